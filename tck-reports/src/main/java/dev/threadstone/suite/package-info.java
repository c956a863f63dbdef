/** The scenarios: found, checked against the catalogue, chosen and executed. */
@NullMarked
package dev.threadstone.suite;

import org.jspecify.annotations.NullMarked;
