/** Python's {@code contextvars} module: context variables, and the contexts that hold their values. */
@NullMarked
package dev.threadstone.reference.context;

import org.jspecify.annotations.NullMarked;
