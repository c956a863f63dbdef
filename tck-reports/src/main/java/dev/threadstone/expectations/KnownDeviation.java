package dev.threadstone.expectations;

import dev.threadstone.results.ScenarioResult;
import dev.threadstone.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One scenario that an implementation is known to end otherwise than with {@code pass}.
 *
 * @param scenario its id, with the case: {@code LOCK-011.a[RLock]}
 * @param verdict what is expected instead: {@code fail}, {@code crash} or {@code hang}
 * @param when the versions and builds for which that is so
 * @param message how the result's message begins; empty for any
 * @param reason why, for whoever reads the file; never empty
 */
record KnownDeviation(String scenario, Verdict verdict, Condition when, String message, String reason) {

    /** Why a result is not the deviation that was expected, as half a sentence; null if it is. */
    @Nullable String mismatch(ScenarioResult result) {
        if (result.verdict() == Verdict.PASS) {
            return "passes now";
        }
        if (result.verdict() != verdict) {
            return "ends with '" + result.verdict().label() + "', not with '" + verdict.label() + "'";
        }
        var actual = result.message() == null ? "" : result.message();
        return actual.startsWith(message) ? null : "says \"" + firstLine(actual) + "\", not \"" + message + "...\"";
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
