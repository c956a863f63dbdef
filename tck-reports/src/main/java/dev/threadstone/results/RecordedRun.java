package dev.threadstone.results;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One results file, read back.
 *
 * @param footer null if the run did not end, or its record was cut
 * @param defect what is wrong with the file, as a sentence; null if nothing is
 */
public record RecordedRun(
        RunHeader header,
        List<ScenarioResult> results,
        @Nullable RunFooter footer,
        @Nullable String defect) {

    public RecordedRun {
        results = List.copyOf(results);
    }

    /** Whether the file holds a verdict for every chosen scenario. */
    public boolean complete() {
        return incompleteness().isEmpty();
    }

    /** Why the file is not the record of a whole run, as a sentence; empty if it is. */
    public Optional<String> incompleteness() {
        if (defect != null) {
            return Optional.of(defect);
        }
        if (footer == null) {
            return Optional.of("The results have no footer: the run did not end. What is recorded so far is "
                    + results.size() + " scenarios.");
        }
        return footer.complete()
                ? Optional.empty()
                : Optional.of(
                        "The run was stopped after " + results.size() + " of " + footer.selected() + " scenarios.");
    }
}
