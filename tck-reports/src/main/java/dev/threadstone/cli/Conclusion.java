package dev.threadstone.cli;

import dev.threadstone.catalogue.Level;
import dev.threadstone.expectations.KnownDeviations;
import dev.threadstone.render.ConsoleReport;
import dev.threadstone.render.ReportData;
import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.suite.Scenario;
import dev.threadstone.verdict.ExitCode;
import dev.threadstone.verdict.Verdict;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The summary of a run, and the exit code that it comes to. */
final class Conclusion {

    private final Terminal terminal;
    private final KnownDeviations known;

    Conclusion(Terminal terminal, KnownDeviations known) {
        this.terminal = terminal;
        this.known = known;
    }

    ExitCode print(ReportData data) {
        new ConsoleReport(data, terminal.style(), terminal.out()).print();
        var keys = data.index().scenarios().stream().map(Scenario::key).collect(Collectors.toSet());
        var stale = known.stale(data.run(), keys);
        stale.forEach(sentence -> terminal.out().println("Stale known deviation: " + sentence));
        return exitCode(data.run(), !stale.isEmpty());
    }

    private static ExitCode exitCode(RecordedRun run, boolean stale) {
        if (any(run, result -> result.verdict() == Verdict.ERROR)) {
            return ExitCode.TROUBLE;
        }
        if (any(run, Conclusion::failsTheRun)) {
            return ExitCode.UNEXPECTED_FAILURE;
        }
        if (!run.complete()) {
            return ExitCode.TROUBLE;
        }
        if (!any(run, result -> result.verdict().executed())) {
            return ExitCode.NOTHING_RAN;
        }
        return stale ? ExitCode.STALE_EXPECTATIONS : ExitCode.AS_EXPECTED;
    }

    /** A runtime has to show what it must; what it should or may is for the reader to weigh. */
    private static boolean failsTheRun(ScenarioResult result) {
        return result.level() == Level.MUST && result.verdict().failed() && !result.asExpected();
    }

    private static boolean any(RecordedRun run, Predicate<ScenarioResult> condition) {
        return run.results().stream().anyMatch(condition);
    }
}
