package dev.threadstone.render;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.Level;
import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.RunFooter;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.verdict.Score;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The summary of one run as text: what did not come out as expected, then how many did, of how many. */
public final class ConsoleReport {

    private final Catalogue catalogue;
    private final TextStyle style;
    private final PrintWriter out;

    public ConsoleReport(Catalogue catalogue, TextStyle style, PrintWriter out) {
        this.catalogue = catalogue;
        this.style = style;
        this.out = out;
    }

    /** Prints the whole report. */
    public void print(RecordedRun run) {
        run.results().stream()
                .filter(result -> result.verdict().executed())
                .filter(result -> !result.asExpected() || result.verdict().failed())
                .forEach(result -> print(run, result));
        if (run.footer() != null) {
            printScores(run.results(), run.footer());
            out.println(style.bold(RunText.runtime(run.header())) + ", " + RunText.counts(run.footer()) + "; "
                    + RunText.seconds(run.footer().duration()));
        }
        run.incompleteness().ifPresent(reason -> out.println("Incomplete: " + reason));
        out.flush();
    }

    private void print(RecordedRun run, ScenarioResult result) {
        var verdict = result.verdict().label().toUpperCase(Locale.ROOT) + (result.asExpected() ? " (expected)" : "");
        out.println(style.verdict(result.verdict(), verdict) + "  " + style.bold(result.key()) + "  " + result.name());
        if (result.asExpected()) {
            return;
        }
        for (var id : result.requirements()) {
            catalogue
                    .requirement(id)
                    .ifPresent(requirement -> out.println(
                            "  " + id + " (" + requirement.level().label() + "): " + requirement.statement()));
        }
        printFailure(result);
        field(
                "evidence",
                result.evidence() == null ? "" : result.evidence().name().toLowerCase(Locale.ROOT));
        printTimeline(result);
        field("again", RunText.again(run.header(), result));
        out.println();
    }

    private void printFailure(ScenarioResult result) {
        var failure = result.failure();
        if (failure != null && !failure.step().isEmpty()) {
            field("step", failure.step() + "  " + style.faint(RunText.location(result, failure.line())));
        } else {
            field("scenario", RunText.location(result, result.line()));
        }
        if (failure != null && !failure.expected().isEmpty()) {
            field("expected", failure.expected());
            field("actual", failure.actual());
        } else {
            field("message", result.message() == null ? "" : result.message());
        }
    }

    private void printTimeline(ScenarioResult result) {
        var lines = TimelineTable.lines(result.timeline());
        if (!lines.isEmpty()) {
            field("timeline", "");
            lines.forEach(line -> out.println("    " + line));
        }
    }

    private void field(String name, String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() && !name.equals("timeline")) {
            return;
        }
        out.println("  " + style.faint(String.format("%-9s", name)) + (lines.isEmpty() ? "" : " " + lines.get(0)));
        lines.stream().skip(1).forEach(line -> out.println("            " + line));
    }

    private void printScores(List<ScenarioResult> results, RunFooter footer) {
        var table = scores(areas(results), footer);
        if (!table.isEmpty()) {
            table.lines().forEach(out::println);
            out.println();
        }
    }

    /** The scores of the areas in question, and of each level in the whole catalogue. */
    static TextTable scores(Set<String> areas, RunFooter footer) {
        var table = new TextTable(
                "requirements",
                "level",
                "required",
                "applicable",
                "unsupported",
                "untestable",
                "executed",
                "passed",
                "failed");
        footer.scores().rows().stream()
                .filter(row -> areas.contains(row.area()))
                .forEach(row -> add(table, row.area(), row.level(), row.score()));
        for (var level : Level.values()) {
            var total = footer.scores().total(level);
            if (total.executed() > 0) {
                add(table, "all areas", level, total);
            }
        }
        return table;
    }

    private static void add(TextTable table, String area, Level level, Score score) {
        table.add(
                area,
                level.label(),
                score.required(),
                score.applicable(),
                score.unsupported(),
                score.untestable(),
                score.executed(),
                score.passed(),
                score.failed());
    }

    static Set<String> areas(List<ScenarioResult> results) {
        var areas = new HashSet<String>();
        results.forEach(result -> areas.add(result.area()));
        return areas;
    }
}
