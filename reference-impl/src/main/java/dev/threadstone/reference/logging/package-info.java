/** Python's {@code logging}, as far as the other modules write to it: loggers, records, and who listens. */
@NullMarked
package dev.threadstone.reference.logging;

import org.jspecify.annotations.NullMarked;
