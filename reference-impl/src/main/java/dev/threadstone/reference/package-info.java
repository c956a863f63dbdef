/** The reference runtime: an interpreter's threading, with its global interpreter lock, as a Java library. */
@NullMarked
package dev.threadstone.reference;

import org.jspecify.annotations.NullMarked;
