/** Known deviations: what an implementation is expected to do differently, and why. */
@NullMarked
package dev.threadstone.expectations;

import org.jspecify.annotations.NullMarked;
