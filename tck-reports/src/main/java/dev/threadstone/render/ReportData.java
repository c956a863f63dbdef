package dev.threadstone.render;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.Level;
import dev.threadstone.catalogue.Requirement;
import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.suite.ScenarioIndex;
import java.util.List;
import java.util.Optional;

/**
 * What every report is made from: the recorded run, and the catalogue and features for its sentences.
 *
 * @param run the results; all verdicts come from here
 */
public record ReportData(RecordedRun run, Catalogue catalogue, ScenarioIndex index) {

    /** The requirements that a scenario shows, as far as this catalogue has them. */
    List<Requirement> requirements(ScenarioResult result) {
        return result.requirements().stream()
                .map(catalogue::requirement)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether this run fails because of the result: a must that did not come out as expected. */
    static boolean failsTheRun(ScenarioResult result) {
        return result.verdict().failed() && !result.asExpected() && result.level() == Level.MUST;
    }
}
