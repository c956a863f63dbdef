/** The Gherkin steps: one class for each heading of the vocabulary. Steps resolve, act and record; nothing else. */
@NullMarked
package dev.threadstone.steps;

import org.jspecify.annotations.NullMarked;
