/** {@code results.ndjson}: what came out of one run, the single source of every report. */
@NullMarked
package dev.threadstone.results;

import org.jspecify.annotations.NullMarked;
