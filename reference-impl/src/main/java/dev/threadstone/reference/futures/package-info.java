/** Python's {@code concurrent.futures}: futures, and waiting for several of them. */
@NullMarked
package dev.threadstone.reference.futures;

import org.jspecify.annotations.NullMarked;
