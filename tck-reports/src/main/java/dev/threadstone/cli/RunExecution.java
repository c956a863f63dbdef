package dev.threadstone.cli;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.expectations.KnownDeviations;
import dev.threadstone.render.Progress;
import dev.threadstone.render.ReportData;
import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.ResultsWriter;
import dev.threadstone.results.RunHeader;
import dev.threadstone.spi.Implementation;
import dev.threadstone.suite.RunListener;
import dev.threadstone.suite.RunPlan;
import dev.threadstone.suite.RunRecorder;
import dev.threadstone.suite.Scenario;
import dev.threadstone.suite.ScenarioIndex;
import dev.threadstone.suite.StopSwitch;
import dev.threadstone.suite.SuiteRunner;
import dev.threadstone.verdict.ExitCode;
import dev.threadstone.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;

/** One run from the first scenario to the summary, also when the user interrupts it. */
final class RunExecution {

    private final Terminal terminal;
    private final Catalogue catalogue;
    private final ScenarioIndex index;
    private final RunHeader header;
    private final KnownDeviations known;
    private final SuiteRunner.Mode mode;
    private final StopSwitch stop = new StopSwitch();

    RunExecution(
            Terminal terminal,
            Catalogue catalogue,
            ScenarioIndex index,
            RunHeader header,
            KnownDeviations known,
            SuiteRunner.Mode mode) {
        this.terminal = terminal;
        this.catalogue = catalogue;
        this.index = index;
        this.header = header;
        this.known = known;
        this.mode = mode;
    }

    /** Judges the runtime, records and reports. */
    ExitCode run(List<Scenario> chosen, Implementation runtime, Path folder) {
        var plan = RunPlan.of(chosen, header.implementation());
        try (var writer = ResultsWriter.create(folder, header)) {
            var progress = new Progress(terminal.err(), plan.size());
            RunListener listener = terminal.progress() ? progress::judged : result -> {};
            var recorder = new RunRecorder(catalogue, header.implementation(), plan.size(), writer, listener);
            var interruption = new Interruption(recorder, runtime, stop, terminal.err());
            interruption.watch();
            try {
                new SuiteRunner(index, this::expected).run(plan, runtime, mode, stop, recorder);
            } finally {
                if (terminal.progress()) {
                    progress.clear();
                }
            }
            if (!interruption.unwatch()) {
                return ExitCode.TROUBLE;
            }
            var footer = recorder.end(true);
            var run = new RecordedRun(header, recorder.results(), footer, null);
            var exitCode = new Conclusion(terminal, known).print(new ReportData(run, catalogue, index));
            terminal.out().println("Results: " + folder.resolve(ResultsWriter.FILE));
            return exitCode;
        }
    }

    private Verdict expected(Scenario scenario) {
        return known.expected(scenario.key(), header.implementation());
    }
}
