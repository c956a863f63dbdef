/** Python's {@code queue} module: queues that threads hand items through. */
@NullMarked
package dev.threadstone.reference.queue;

import org.jspecify.annotations.NullMarked;
