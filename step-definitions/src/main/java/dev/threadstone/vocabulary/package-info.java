/** The parameter types of the Gherkin steps and what they become. */
@NullMarked
package dev.threadstone.vocabulary;

import org.jspecify.annotations.NullMarked;
