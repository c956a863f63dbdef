/** Python's import system, as far as threads are concerned: the module table, and the locks of modules. */
@NullMarked
package dev.threadstone.reference.imports;

import org.jspecify.annotations.NullMarked;
