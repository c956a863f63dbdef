/** Python's {@code signal} module: handlers that run in the main thread. */
@NullMarked
package dev.threadstone.reference.signals;

import org.jspecify.annotations.NullMarked;
