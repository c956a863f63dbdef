/** Behaviour of signals. */
@NullMarked
package dev.threadstone.reference.signals;

import org.jspecify.annotations.NullMarked;
