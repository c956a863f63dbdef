package dev.threadstone.cli;

import dev.threadstone.expectations.KnownDeviations;
import dev.threadstone.render.ReportData;
import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.ResultsReader;
import dev.threadstone.results.ResultsWriter;
import dev.threadstone.suite.RunRecorder;
import dev.threadstone.suite.ShardMerger;
import dev.threadstone.suite.Suite;
import dev.threadstone.verdict.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code threadstone merge}. */
@Command(
        name = "merge",
        description = "Puts the results of all shards of one run together, and concludes as 'run' does.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  threadstone run -i python3 --shard 1/2 --out part1",
            "  threadstone run -i python3 --shard 2/2 --out part2",
            "  threadstone merge part1 part2 --out whole"
        })
final class MergeCommand extends ThreadstoneCommand {

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The folders of the shards' results.")
    private List<Path> parts = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the whole goes.")
    private Path out = Path.of("");

    @Option(names = "--expect", paramLabel = "FILE", description = "Known deviations, as in 'run'.")
    private @Nullable Path expect;

    @Override
    ExitCode execute(Terminal terminal) {
        var shards = parts.stream().map(ResultsReader::read).toList();
        var header = ShardMerger.header(shards);
        var results = ShardMerger.results(shards);
        var suite = Suite.load();
        try (var writer = ResultsWriter.create(out, header)) {
            var recorder =
                    new RunRecorder(suite.catalogue(), header.implementation(), results.size(), writer, result -> {});
            results.forEach(recorder::judged);
            var footer = recorder.end(shards.stream().allMatch(RecordedRun::complete));
            var known = KnownDeviations.load(ExpectationsFile.of(expect, header.implementation()));
            var run = new RecordedRun(header, results, footer, null);
            return new Conclusion(terminal, known).print(new ReportData(run, suite.catalogue(), suite.index()));
        }
    }
}
