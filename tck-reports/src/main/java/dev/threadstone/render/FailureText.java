package dev.threadstone.render;

import dev.threadstone.catalogue.Requirement;
import dev.threadstone.results.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that is known of a scenario that did not pass, as lines of plain text. */
final class FailureText {

    private final ReportData data;
    private final ScenarioResult result;
    private final List<String> lines = new ArrayList<>();

    private FailureText(ReportData data, ScenarioResult result) {
        this.data = data;
        this.result = result;
    }

    static List<String> lines(ReportData data, ScenarioResult result) {
        var text = new FailureText(data, result);
        text.write();
        return List.copyOf(text.lines);
    }

    private void write() {
        for (Requirement requirement : data.requirements(result)) {
            lines.add(requirement.id() + " (" + requirement.level().label() + "): " + requirement.statement());
        }
        writeFailure();
        if (result.evidence() != null) {
            field("evidence", result.evidence().name().toLowerCase(Locale.ROOT));
        }
        var timeline = TimelineTable.lines(result.timeline());
        if (!timeline.isEmpty()) {
            lines.add("timeline");
            timeline.forEach(line -> lines.add("  " + line));
        }
        field("again", RunText.again(data.run().header(), result));
    }

    private void writeFailure() {
        var failure = result.failure();
        if (failure == null || failure.step().isEmpty()) {
            field("scenario", RunText.location(result, result.line()));
        } else {
            field("step", failure.step() + "  (" + RunText.location(result, failure.line()) + ")");
        }
        if (failure == null || failure.expected().isEmpty()) {
            field("message", result.message() == null ? "" : result.message());
        } else {
            field("expected", failure.expected());
            field("actual", failure.actual());
        }
    }

    private void field(String name, String text) {
        var parts = text.lines().toList();
        for (var index = 0; index < parts.size(); index++) {
            lines.add(String.format("%-9s", index == 0 ? name : "") + " " + parts.get(index));
        }
    }
}
