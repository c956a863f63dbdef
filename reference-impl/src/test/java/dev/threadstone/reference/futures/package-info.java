/** Behaviour of futures, of waiting for several, and of thread pools. */
@NullMarked
package dev.threadstone.reference.futures;

import org.jspecify.annotations.NullMarked;
