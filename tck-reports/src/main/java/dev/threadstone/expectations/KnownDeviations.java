package dev.threadstone.expectations;

import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.Description;
import dev.threadstone.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an implementation is known to do differently. Immutable. */
public final class KnownDeviations {

    /** An implementation without known deviations. */
    public static final KnownDeviations NONE = new KnownDeviations(List.of());

    private final List<KnownDeviation> deviations;

    KnownDeviations(List<KnownDeviation> deviations) {
        this.deviations = List.copyOf(deviations);
    }

    /**
     * Reads a file of known deviations; a file that does not exist has none.
     *
     * @throws InvalidExpectationsException if it is malformed
     */
    public static KnownDeviations load(Path file) {
        return Files.exists(file) ? new KnownDeviations(DeviationsFile.read(file)) : NONE;
    }

    /** Writes the file anew, one line a scenario. */
    public void save(Path file, String implementation) {
        DeviationsFile.write(file, implementation, deviations);
    }

    public int size() {
        return deviations.size();
    }

    /** The verdict that is expected of a scenario: {@code pass} unless a deviation applies to this runtime. */
    public Verdict expected(String scenario, Description runtime) {
        return applicable(scenario, runtime).map(KnownDeviation::verdict).orElse(Verdict.PASS);
    }

    /**
     * What no longer holds, one sentence each; empty if every deviation that the run could show was shown.
     *
     * @param scenarios the keys of every scenario of the suite
     */
    public List<String> stale(RecordedRun run, Set<String> scenarios) {
        var sentences = new ArrayList<String>();
        var results = byKey(run);
        for (var deviation : deviations) {
            if (!scenarios.contains(deviation.scenario())) {
                sentences.add(deviation.scenario() + " is no scenario of the suite.");
            } else if (deviation.when().holds(run.header().implementation())) {
                var result = results.get(deviation.scenario());
                var mismatch =
                        result == null || result.verdict() == Verdict.SKIPPED ? null : deviation.mismatch(result);
                if (mismatch != null) {
                    sentences.add(deviation.scenario() + " " + mismatch + ".");
                }
            }
        }
        return sentences;
    }

    /**
     * The deviations as a run shows them. Those that do not apply to its runtime stay; those that still hold keep their
     * condition and reason.
     *
     * @param reason for deviations that are new
     * @throws InvalidExpectationsException if the run was filtered, sharded, stopped or not judged in full
     */
    public KnownDeviations updated(RecordedRun run, String reason) {
        refusePartial(run);
        var runtime = run.header().implementation();
        var updated = new ArrayList<>(deviations.stream()
                .filter(deviation -> !deviation.when().holds(runtime))
                .toList());
        for (var result : run.results()) {
            if (result.verdict().failed()) {
                updated.add(deviation(result, runtime, reason));
            }
        }
        return new KnownDeviations(updated);
    }

    private KnownDeviation deviation(ScenarioResult result, Description runtime, String reason) {
        var known = applicable(result.key(), runtime);
        if (known.isPresent() && known.get().mismatch(result) == null) {
            return known.get();
        }
        var message = KnownDeviation.firstLine(result.message() == null ? "" : result.message());
        if (known.isEmpty() && reason.isBlank()) {
            throw new InvalidExpectationsException(
                    result.key() + " is a new deviation: " + message + " Say why it is expected, with --reason.");
        }
        return new KnownDeviation(
                result.key(),
                result.verdict(),
                known.map(KnownDeviation::when).orElse(Condition.ALWAYS),
                message,
                known.map(KnownDeviation::reason).orElse(reason));
    }

    private static void refusePartial(RecordedRun run) {
        run.incompleteness().ifPresent(why -> {
            throw new InvalidExpectationsException(
                    "Known deviations are made from complete runs alone. " + why + " Run the whole suite first.");
        });
        if (!run.header().unfiltered()) {
            throw new InvalidExpectationsException("Known deviations are made from unfiltered runs alone; this one was"
                    + " narrowed by " + run.header().filters()
                    + (run.header().shard() == null
                            ? ""
                            : " and shard " + run.header().shard())
                    + ". Run the whole suite first.");
        }
        run.results().stream()
                .filter(result -> result.verdict() == Verdict.SKIPPED || result.verdict() == Verdict.ERROR)
                .findFirst()
                .ifPresent(result -> {
                    throw new InvalidExpectationsException("Known deviations are made from complete runs alone; "
                            + result.key() + " was not judged ("
                            + result.verdict().label() + "). Run the whole suite first.");
                });
    }

    private Optional<KnownDeviation> applicable(String scenario, Description runtime) {
        return deviations.stream()
                .filter(deviation -> deviation.scenario().equals(scenario)
                        && deviation.when().holds(runtime))
                .findFirst();
    }

    private static Map<String, ScenarioResult> byKey(RecordedRun run) {
        return run.results().stream()
                .collect(Collectors.toMap(ScenarioResult::key, Function.identity(), (first, second) -> first));
    }

    /** Scenarios that stand twice with conditions that can hold together would hide one another. */
    static void refuseDoubles(List<KnownDeviation> deviations, String where) {
        var seen = new HashSet<String>();
        for (var deviation : deviations) {
            if (!seen.add(deviation.scenario() + " when " + deviation.when())) {
                throw new InvalidExpectationsException(
                        where + ": " + deviation.scenario() + " stands twice under the same condition; keep one line.");
            }
        }
    }
}
