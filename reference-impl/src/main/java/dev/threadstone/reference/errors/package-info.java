/** Python's exceptions as Java exceptions of the same names, and the warnings that an interpreter has issued. */
@NullMarked
package dev.threadstone.reference.errors;

import org.jspecify.annotations.NullMarked;
