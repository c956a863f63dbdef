package dev.threadstone.cli;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.expectations.KnownDeviations;
import dev.threadstone.results.ResultsReader;
import dev.threadstone.results.RunHeader;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.Settings;
import dev.threadstone.suite.Scenario;
import dev.threadstone.suite.Selector;
import dev.threadstone.suite.Shard;
import dev.threadstone.suite.Suite;
import dev.threadstone.suite.SuiteRunner;
import dev.threadstone.verdict.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code threadstone run}. */
@Command(
        name = "run",
        description = "Judges a runtime and records the verdicts.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:as expected",
            "1:a must failed that was not expected to",
            "2:the command, a file or a setting is wrong",
            "3:the known deviations are stale or invalid",
            "5:the adapter had trouble, or the run is incomplete",
            "6:nothing ran"
        },
        footer = {
            "",
            "Examples:",
            "  threadstone run                                the bundled reference runtime, all scenarios",
            "  threadstone run -i python3 --area LOCK,RLOCK   two areas of the Python on PATH",
            "  threadstone run -i python3 RLOCK-007.a         one scenario",
            "  threadstone run -i python3 --failed            what failed last time",
            "  threadstone run --classpath my.jar -i mine     an implementation of your own"
        })
final class RunCommand extends ThreadstoneCommand {

    @Mixin
    private final RuntimeOptions runtime = new RuntimeOptions();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(names = "--failed", description = "Only scenarios that ended otherwise than expected last time.")
    private boolean failed;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only the i-th of n parts; 'merge' puts them together.")
    private @Nullable Shard shard;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go. Default: tck-reports/out/NAME.")
    private @Nullable Path out;

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description = "Known deviations. Default: tck-reports/known-deviations/NAME.yaml, if there is one.")
    private @Nullable Path expect;

    @Option(names = "--fail-fast", description = "Stop after the first scenario that ends otherwise than expected.")
    private boolean failFast;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description =
                    "How many scenarios at once. Default: as many as processors for a command, which waits more than"
                            + " it computes; else 1.")
    private @Nullable Integer jobs;

    @Override
    ExitCode execute(Terminal terminal) {
        checkNumbers();
        var suite = Suite.load();
        var catalogue = suite.catalogue();
        var index = suite.index();
        var folder = OutputFolder.of(out, runtime.selector);
        var chosen = choose(new Selector(catalogue, index), folder);
        if (chosen.isEmpty()) {
            terminal.err().println("Nothing to run: no scenario meets all the filters.");
            return ExitCode.NOTHING_RAN;
        }
        var implementations = Implementations.find(runtime.classPath);
        var parallelism = jobs == null ? implementations.usualParallelism(runtime.selector) : jobs;
        var settings = runtime.settings(parallelism);
        try (var implementation = implementations.open(runtime.selector, settings)) {
            var header = header(catalogue, implementation, settings);
            var mode = new SuiteRunner.Mode(parallelism, failFast);
            if (expect != null && !Files.isReadable(expect)) {
                throw new InvalidSettingsException("--expect names " + expect + ", which cannot be read.");
            }
            var known = KnownDeviations.load(ExpectationsFile.of(expect, header.implementation()));
            return new RunExecution(terminal, catalogue, index, header, known, mode)
                    .run(chosen, implementation, folder);
        }
    }

    private void checkNumbers() {
        if (jobs != null && jobs < 1) {
            throw new InvalidSettingsException("--jobs must be at least 1; it is " + jobs + ".");
        }
        if (!(runtime.timeFactor > 0) || !(runtime.hangSeconds > 0)) {
            throw new InvalidSettingsException("--time-factor and --hang-budget must be more than 0; they are "
                    + runtime.timeFactor + " and " + runtime.hangSeconds + ".");
        }
    }

    private List<Scenario> choose(Selector selector, Path folder) {
        return selector.scenarios(filters.criteria(failed ? failedLastTime(folder) : null, shard));
    }

    private static Set<String> failedLastTime(Path folder) {
        return ResultsReader.read(folder).results().stream()
                .filter(result -> !result.asExpected())
                .map(ScenarioResult::key)
                .collect(Collectors.toSet());
    }

    private RunHeader header(Catalogue catalogue, Implementation implementation, Settings settings) {
        var described = new ArrayList<>(filters.described());
        if (failed) {
            described.add("--failed");
        }
        return new RunHeader(
                SuiteVersion.text(),
                catalogue.sha256(),
                runtime.selector,
                settings.options(),
                implementation.describe(),
                settings.seed(),
                described,
                shard == null ? null : shard.toString(),
                new RunHeader.Timing(settings.timeFactor(), settings.hangBudget(), settings.quietWindow()),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
