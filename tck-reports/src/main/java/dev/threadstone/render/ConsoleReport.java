package dev.threadstone.render;

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

    private final ReportData data;
    private final TextStyle style;
    private final PrintWriter out;

    public ConsoleReport(ReportData data, TextStyle style, PrintWriter out) {
        this.data = data;
        this.style = style;
        this.out = out;
    }

    /** Prints the whole report. */
    public void print() {
        RecordedRun run = data.run();
        run.results().stream()
                .filter(result -> result.verdict().executed())
                .filter(result -> !result.asExpected() || result.verdict().failed())
                .forEach(this::print);
        if (run.footer() != null) {
            printScores(run.results(), run.footer());
            out.println(style.bold(RunText.runtime(run.header())) + ", " + RunText.counts(run.footer()) + "; "
                    + RunText.seconds(run.footer().duration()));
        }
        run.incompleteness().ifPresent(reason -> out.println("Incomplete: " + reason));
        out.flush();
    }

    private void print(ScenarioResult result) {
        var verdict = result.verdict().label().toUpperCase(Locale.ROOT) + qualification(result);
        out.println(style.verdict(result.verdict(), verdict) + "  " + style.bold(result.key()) + "  " + result.name());
        if (result.asExpected()) {
            return;
        }
        FailureText.lines(data, result).forEach(line -> out.println("  " + line));
        out.println();
    }

    /** What keeps a verdict from failing the run: that it was expected, or that nobody promised the behaviour. */
    private static String qualification(ScenarioResult result) {
        if (result.asExpected()) {
            return " (expected)";
        }
        return result.level() == Level.MUST ? "" : " (" + result.level().label() + ")";
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
