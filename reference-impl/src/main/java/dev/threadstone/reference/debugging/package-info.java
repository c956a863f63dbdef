/** Python's {@code faulthandler}: dumps of the stacks of all threads, on request, after a time, or at a signal. */
@NullMarked
package dev.threadstone.reference.debugging;

import org.jspecify.annotations.NullMarked;
