/** Behaviour of the queue module, on simulated and on real threads. */
@NullMarked
package dev.threadstone.reference.queue;

import org.jspecify.annotations.NullMarked;
