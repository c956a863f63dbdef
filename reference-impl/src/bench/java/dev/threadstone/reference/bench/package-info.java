/** Benchmarks of the platforms. */
@NullUnmarked
package dev.threadstone.reference.bench;

import org.jspecify.annotations.NullUnmarked;
