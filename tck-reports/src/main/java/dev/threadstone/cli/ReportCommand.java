package dev.threadstone.cli;

import dev.threadstone.render.AllureResults;
import dev.threadstone.render.AllureSite;
import dev.threadstone.render.JUnitReport;
import dev.threadstone.render.MarkdownReport;
import dev.threadstone.render.ReportData;
import dev.threadstone.results.ResultsReader;
import dev.threadstone.suite.Suite;
import dev.threadstone.verdict.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code threadstone report}. */
@Command(
        name = "report",
        description = "Makes reports from the results of the last run.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  threadstone report -i python3                      JUnit XML, Markdown and Allure results",
            "  threadstone report -i python3 --format html        Allure's site as well",
            "  threadstone report --out ci/out --format junit"
        })
final class ReportCommand extends ThreadstoneCommand {

    /** What a report can be. */
    enum Format {
        JUNIT,
        MARKDOWN,
        ALLURE,
        HTML
    }

    @Option(names = "-i", paramLabel = "NAME", defaultValue = "reference", description = "As in 'run'.")
    private String selector = "reference";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the results, where the reports go too. Default: as in 'run'.")
    private @Nullable Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "${COMPLETION-CANDIDATES}. Default: junit,markdown,allure. HTML is made by Allure's command line,"
                            + " which Maven fetches once.")
    private List<Format> formats = new ArrayList<>();

    @Override
    ExitCode execute(Terminal terminal) {
        var folder = OutputFolder.of(out, selector);
        var run = ResultsReader.read(folder);
        var suite = Suite.load();
        var data = new ReportData(run, suite.catalogue(), suite.index());
        for (var format : chosen()) {
            terminal.out().println(write(format, data, folder));
        }
        run.incompleteness().ifPresent(why -> terminal.err().println("Incomplete: " + why));
        return run.complete() ? ExitCode.AS_EXPECTED : ExitCode.TROUBLE;
    }

    private Set<Format> chosen() {
        return formats.isEmpty() ? EnumSet.complementOf(EnumSet.of(Format.HTML)) : EnumSet.copyOf(formats);
    }

    private static Path write(Format format, ReportData data, Path folder) {
        return switch (format) {
            case JUNIT -> JUnitReport.write(data, folder);
            case MARKDOWN -> MarkdownReport.write(data, folder);
            case ALLURE -> AllureResults.write(data, folder);
            case HTML ->
                new AllureSite(OutputFolder.base("target").resolve("tools"), OutputFolder.project())
                        .write(AllureResults.write(data, folder), folder);
        };
    }
}
