/** Behaviour of the global interpreter lock. */
@NullMarked
package dev.threadstone.reference.gil;

import org.jspecify.annotations.NullMarked;
