package dev.threadstone.results;

import dev.threadstone.catalogue.Level;
import dev.threadstone.spi.Evidence;
import dev.threadstone.verdict.Verdict;
import dev.threadstone.world.TimelineEntry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one scenario ended.
 *
 * @param id the scenario's id: {@code RLOCK-007.a}
 * @param example the value of the {@code case} column of its examples row; null for a scenario without examples
 * @param name the scenario's name, a sentence
 * @param requirements the ids of the requirements it shows
 * @param level the most binding level among these
 * @param feature the feature file on the class path
 * @param line the line of the scenario or of its examples row
 * @param expected the verdict that was expected: {@code pass}, unless the known deviations say otherwise
 * @param evidence the weakest evidence that a thread was blocked; null if nothing depended on it
 * @param duration wall time
 * @param message why the verdict is what it is, as a sentence; null for a pass
 * @param failure which step failed and how; null unless one did
 * @param timeline what the actors did, in order
 */
public record ScenarioResult(
        String id,
        @Nullable String example,
        String name,
        List<String> requirements,
        String area,
        Level level,
        String feature,
        int line,
        Verdict verdict,
        Verdict expected,
        @Nullable Evidence evidence,
        Duration duration,
        @Nullable String message,
        @Nullable StepFailure failure,
        List<TimelineEntry> timeline) {

    public ScenarioResult {
        requirements = List.copyOf(requirements);
        timeline = List.copyOf(timeline);
    }

    /**
     * The step that failed.
     *
     * @param step its text; empty if the failure was outside of all steps
     * @param line its line in the feature file; 0 if unknown
     * @param expected what should have been, continuing "Expected:"; empty if the step did not compare anything
     * @param actual what was, continuing "Actual:"; empty likewise
     */
    public record StepFailure(String step, int line, String expected, String actual) {}

    /** The id with the case, unique in the suite: {@code LOCK-011.a[RLock]}. */
    public String key() {
        return example == null ? id : id + "[" + example + "]";
    }

    /** Whether the verdict is the expected one, or the scenario was not executed at all. */
    public boolean asExpected() {
        return !verdict.executed() || verdict == expected;
    }
}
