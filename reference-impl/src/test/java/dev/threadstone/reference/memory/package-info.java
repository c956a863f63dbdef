/** Behaviour of objects with finalizers. */
@NullMarked
package dev.threadstone.reference.memory;

import org.jspecify.annotations.NullMarked;
