/** Behaviour of the interpreter as a whole. */
@NullMarked
package dev.threadstone.reference;

import org.jspecify.annotations.NullMarked;
