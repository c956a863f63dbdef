/** Python's {@code threading} module: threads, timers, and what they synchronize by. */
@NullMarked
package dev.threadstone.reference.threading;

import org.jspecify.annotations.NullMarked;
