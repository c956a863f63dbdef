package dev.threadstone.render;

import dev.threadstone.results.ScenarioResult;
import dev.threadstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The results as one page of Markdown: scores, what failed, what was not executed and why. */
public final class MarkdownReport {

    /** The name of the file in the output folder. */
    public static final String FILE = "report.md";

    private final ReportData data;
    private final List<String> lines = new ArrayList<>();

    private MarkdownReport(ReportData data) {
        this.data = data;
    }

    /** Writes the report into a folder and returns its path. */
    public static Path write(ReportData data, Path folder) {
        var report = new MarkdownReport(data);
        report.write();
        var file = folder.resolve(FILE);
        try {
            return Files.write(file, report.lines);
        } catch (IOException e) {
            throw new ReportException("The Markdown report cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private void write() {
        var header = data.run().header();
        lines.add("# Threadstone: " + RunText.runtime(header));
        lines.add("");
        lines.add("Suite " + header.suite() + ", catalogue "
                + header.catalogue().substring(0, 12) + ", seed " + header.seed() + ", " + header.started() + ".");
        if (!header.unfiltered()) {
            lines.add("Not the whole suite: " + String.join(" ", header.filters())
                    + (header.shard() == null ? "" : " shard " + header.shard()) + ".");
        }
        data.run().incompleteness().ifPresent(why -> lines.add("**Incomplete.** " + why));
        lines.add("");
        writeScores();
        section("Failed unexpectedly", result -> result.verdict().failed() && !result.asExpected());
        section("Errors of the suite or the adapter", result -> result.verdict() == Verdict.ERROR);
        list("Known deviations", result -> result.verdict().failed() && result.asExpected());
        list("Not executed", result -> !result.verdict().executed());
    }

    private void writeScores() {
        var footer = data.run().footer();
        if (footer != null) {
            lines.addAll(ConsoleReport.scores(ConsoleReport.areas(data.run().results()), footer)
                    .markdown());
            lines.add("");
            lines.add(RunText.counts(footer) + "; " + RunText.seconds(footer.duration()) + ".");
            lines.add("");
        }
    }

    private void section(String title, Predicate<ScenarioResult> choice) {
        var chosen = heading(title, choice);
        for (var result : chosen) {
            lines.add("### " + result.verdict().label() + ": " + result.key() + " " + result.name());
            lines.add("");
            lines.add("```text");
            FailureText.lines(data, result).forEach(line -> lines.add(line.replace("```", "'''")));
            lines.add("```");
            lines.add("");
        }
    }

    private void list(String title, Predicate<ScenarioResult> choice) {
        var chosen = heading(title, choice);
        for (var result : chosen) {
            lines.add("- " + result.key() + ", " + result.verdict().label() + ": "
                    + (result.message() == null
                            ? ""
                            : result.message().lines().findFirst().orElse("")));
        }
        if (!chosen.isEmpty()) {
            lines.add("");
        }
    }

    private List<ScenarioResult> heading(String title, Predicate<ScenarioResult> choice) {
        var chosen = data.run().results().stream().filter(choice).toList();
        if (!chosen.isEmpty()) {
            lines.add("## " + title + " (" + chosen.size() + ")");
            lines.add("");
        }
        return chosen;
    }
}
