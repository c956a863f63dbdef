package dev.threadstone.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How one scenario ended. */
public enum Verdict {
    PASS,
    /** The runtime did something else. */
    FAIL,
    /** The runtime died. */
    CRASH,
    /** The runtime did not come to rest within the hang budget. */
    HANG,
    /** The suite's fault or the adapter's, never blamed on the runtime. */
    ERROR,
    /** Needs a trait that the implementation declares absent. */
    UNSUPPORTED,
    /** Outside the version or the build that the requirement speaks of. */
    NOT_APPLICABLE,
    /** Chosen, but the run stopped before it. */
    SKIPPED;

    /** As in results: {@code not-applicable}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the runtime was really asked. */
    public boolean executed() {
        return compareTo(ERROR) <= 0;
    }

    /** Whether the runtime is to blame. */
    public boolean failed() {
        return this == FAIL || this == CRASH || this == HANG;
    }

    public static Optional<Verdict> of(String label) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.label().equals(label))
                .findFirst();
    }
}
