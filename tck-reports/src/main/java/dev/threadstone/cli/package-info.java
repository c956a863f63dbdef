/** The command line {@code threadstone}. */
@NullMarked
package dev.threadstone.cli;

import org.jspecify.annotations.NullMarked;
