/** Behaviour of the threading module, on simulated and on real threads. */
@NullMarked
package dev.threadstone.reference.threading;

import org.jspecify.annotations.NullMarked;
