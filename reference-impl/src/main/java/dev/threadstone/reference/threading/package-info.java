/** Python's {@code threading} module: threads, locks and events. */
@NullMarked
package dev.threadstone.reference.threading;

import org.jspecify.annotations.NullMarked;
