/** Who tests the tests: the suite against runtimes that are right, wrong in one way, and wrong in every way. */
@NullMarked
package dev.threadstone.trust;

import org.jspecify.annotations.NullMarked;
