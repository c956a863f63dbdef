/** Who refers to objects with finalizers, and in which thread those finalizers run. */
@NullMarked
package dev.threadstone.reference.memory;

import org.jspecify.annotations.NullMarked;
