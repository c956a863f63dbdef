/** The vocabulary is closed, used and unambiguous. */
@NullMarked
package dev.threadstone.vocabulary;

import org.jspecify.annotations.NullMarked;
