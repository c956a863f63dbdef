package dev.threadstone.results;

import dev.threadstone.catalogue.Level;
import dev.threadstone.results.ScenarioResult.StepFailure;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.Evidence;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Trait;
import dev.threadstone.verdict.Score;
import dev.threadstone.verdict.Scores;
import dev.threadstone.verdict.Verdict;
import dev.threadstone.world.TimelineEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of runs for tests. */
public final class SampleRuns {

    private SampleRuns() {}

    public static RunHeader header(String... filters) {
        return new RunHeader(
                "0.1.0",
                "0123456789abcdef".repeat(4),
                "/opt/my python/bin/python3",
                Map.of("second", "10ms"),
                new Description(
                        "cpython",
                        "3.12.1",
                        new PythonVersion(3, 12),
                        Description.Build.GIL,
                        "linux",
                        Set.of(Trait.SIGNALS, Trait.PROCESS_EXIT)),
                42,
                List.of(filters),
                null,
                new RunHeader.Timing(1.5, Duration.ofSeconds(30), Duration.ofMillis(50)),
                "2026-11-20T18:00:00Z");
    }

    /** A result of the requirement in the id. */
    public static ScenarioResult result(String id, Verdict verdict) {
        var failed = verdict.failed();
        return result(
                id,
                Level.MUST,
                verdict,
                Verdict.PASS,
                verdict == Verdict.PASS ? null : "Expected: alpha is blocked. Actual: alpha returned True.",
                failed ? new StepFailure("alpha is blocked", 14, "alpha is blocked", "alpha returned True") : null);
    }

    public static ScenarioResult result(
            String id,
            Level level,
            Verdict verdict,
            Verdict expected,
            @Nullable String message,
            @Nullable StepFailure failure) {
        return new ScenarioResult(
                id,
                null,
                "A lock blocks",
                List.of(id.substring(0, id.indexOf('.'))),
                id.substring(0, id.indexOf('-')),
                level,
                "dev/threadstone/features/sync/lock.feature",
                12,
                verdict,
                expected,
                verdict.executed() ? Evidence.OBSERVED : null,
                Duration.ofNanos(4_250_000),
                message,
                failure,
                verdict.executed()
                        ? List.of(
                                new TimelineEntry(Duration.ZERO, "main", "guard = threading.Lock()"),
                                new TimelineEntry(Duration.ofMillis(20), "alpha", "guard.acquire()"),
                                new TimelineEntry(Duration.ofMillis(20), "", "2s pass"),
                                new TimelineEntry(
                                        Duration.ofMillis(2020), "alpha", "returned True from guard.acquire()"))
                        : List.of());
    }

    /** A whole run of these results. */
    public static RecordedRun complete(RunHeader header, ScenarioResult... results) {
        return new RecordedRun(header, List.of(results), footer(true, results), null);
    }

    public static RunFooter footer(boolean complete, ScenarioResult... results) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        var unexpected = new ArrayList<ScenarioResult>();
        for (var result : results) {
            counts.merge(result.verdict(), 1, Integer::sum);
            if (!result.asExpected()) {
                unexpected.add(result);
            }
        }
        var rows = List.of(
                new Scores.Row("LOCK", Level.MUST, new Score(34, 33, 1, 2, 20, 19)),
                new Scores.Row("EVENT", Level.SHOULD, new Score(4, 4, 0, 0, 0, 0)));
        return new RunFooter(
                complete, results.length, counts, unexpected.size(), new Scores(rows), Duration.ofMillis(1234));
    }
}
