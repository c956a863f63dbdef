package dev.threadstone.cli;

import dev.threadstone.expectations.KnownDeviations;
import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.ResultsReader;
import dev.threadstone.suite.Scenario;
import dev.threadstone.suite.Suite;
import dev.threadstone.verdict.ExitCode;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code threadstone expect}. */
@Command(
        name = "expect",
        description = "Keeps the file of known deviations of an implementation.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "ACTION",
        footer = {
            "",
            "Examples:",
            "  threadstone expect check -i pypy3",
            "  threadstone expect update -i pypy3 --reason 'issue 3072, fixed in the next release'"
        })
final class ExpectCommand {

    @ParentCommand
    private @Nullable Main main;

    @Command(
            name = "check",
            description = "Compares the known deviations with the last results; 3 if they are stale.",
            mixinStandardHelpOptions = true)
    int check(
            @Option(names = "-i", defaultValue = "reference", description = "As in 'run'.") String selector,
            @Option(names = "--out", description = "The folder of the results.") @Nullable Path out,
            @Option(names = "--expect", paramLabel = "FILE", description = "The known deviations.") @Nullable Path file) {
        var run = ResultsReader.read(OutputFolder.of(out, selector));
        var known = load(file, run);
        var index = Suite.load().index();
        var stale =
                known.stale(run, index.scenarios().stream().map(Scenario::key).collect(Collectors.toSet()));
        stale.forEach(terminal().out()::println);
        terminal().out().println(known.size() + " known deviations, " + stale.size() + " stale");
        return (stale.isEmpty() ? ExitCode.AS_EXPECTED : ExitCode.STALE_EXPECTATIONS).code();
    }

    @Command(
            name = "update",
            description = "Rewrites the known deviations from the last results of a complete, unfiltered run.",
            mixinStandardHelpOptions = true)
    int update(
            @Option(names = "-i", defaultValue = "reference", description = "As in 'run'.") String selector,
            @Option(names = "--out", description = "The folder of the results.") @Nullable Path out,
            @Option(names = "--expect", paramLabel = "FILE", description = "The known deviations.") @Nullable Path file,
            @Option(names = "--reason", defaultValue = "", description = "Why new deviations are expected.")
                    String reason) {
        var run = ResultsReader.read(OutputFolder.of(out, selector));
        var updated = load(file, run).updated(run, reason);
        var target = ExpectationsFile.of(file, run.header().implementation());
        updated.save(target, run.header().implementation().name());
        terminal().out().println(updated.size() + " known deviations: " + target);
        return ExitCode.AS_EXPECTED.code();
    }

    private static KnownDeviations load(@Nullable Path file, RecordedRun run) {
        return KnownDeviations.load(ExpectationsFile.of(file, run.header().implementation()));
    }

    private Terminal terminal() {
        if (main == null) {
            throw new IllegalStateException("expect is a command of threadstone, not of its own.");
        }
        return main.terminal();
    }
}
