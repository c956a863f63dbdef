/** Behaviour of imports. */
@NullMarked
package dev.threadstone.reference.imports;

import org.jspecify.annotations.NullMarked;
