/** What a scenario's end means: verdicts, what applies to a runtime, scores and exit codes. */
@NullMarked
package dev.threadstone.verdict;

import org.jspecify.annotations.NullMarked;
