/** The built-in containers. Each operation on one of them is a single step, in both builds. */
@NullMarked
package dev.threadstone.reference.builtins;

import org.jspecify.annotations.NullMarked;
