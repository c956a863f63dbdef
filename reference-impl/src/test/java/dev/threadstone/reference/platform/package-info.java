/** Tests of the platforms: one contract for both, and what only one of them promises. */
@NullMarked
package dev.threadstone.reference.platform;

import org.jspecify.annotations.NullMarked;
