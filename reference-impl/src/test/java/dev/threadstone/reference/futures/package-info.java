/** Behaviour of thread pools, on simulated and on real threads. */
@NullMarked
package dev.threadstone.reference.futures;

import org.jspecify.annotations.NullMarked;
