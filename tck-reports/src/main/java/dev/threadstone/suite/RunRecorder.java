package dev.threadstone.suite;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.results.ResultsWriter;
import dev.threadstone.results.RunFooter;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.Description;
import dev.threadstone.verdict.Scores;
import dev.threadstone.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the results of one run and writes each as it comes. After {@link #end} nothing changes any more, whoever still
 * reports: a run that was interrupted keeps what it had.
 *
 * <p>Thread-safe.
 */
public final class RunRecorder implements RunListener {

    private final Catalogue catalogue;
    private final Description runtime;
    private final int selected;
    private final @Nullable ResultsWriter writer;
    private final RunListener next;
    private final List<ScenarioResult> results = new ArrayList<>();
    private final long startedNanos = System.nanoTime();
    private @Nullable RunFooter footer;

    /**
     * Begins the record of a run.
     *
     * @param selected how many results will come if the run is not stopped
     * @param writer the results file; null to keep the results in memory alone
     * @param next is told of each result after it has been written
     */
    public RunRecorder(
            Catalogue catalogue, Description runtime, int selected, @Nullable ResultsWriter writer, RunListener next) {
        this.catalogue = catalogue;
        this.runtime = runtime;
        this.selected = selected;
        this.writer = writer;
        this.next = next;
    }

    @Override
    public synchronized void judged(ScenarioResult result) {
        if (footer != null) {
            return;
        }
        results.add(result);
        if (writer != null) {
            writer.add(result);
        }
        next.judged(result);
    }

    /**
     * Ends the record. Every call after the first returns what the first did.
     *
     * @param undisturbed whether the run came to its end by itself
     */
    public synchronized RunFooter end(boolean undisturbed) {
        if (footer == null) {
            footer = footer(undisturbed && results.size() == selected && nothingSkipped());
            if (writer != null) {
                writer.end(footer);
            }
        }
        return footer;
    }

    private boolean nothingSkipped() {
        return results.stream().noneMatch(result -> result.verdict() == Verdict.SKIPPED);
    }

    /** The results so far, in the order in which they came. */
    public synchronized List<ScenarioResult> results() {
        return List.copyOf(results);
    }

    private RunFooter footer(boolean complete) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        Map<String, Set<Verdict>> byRequirement = new HashMap<>();
        for (var result : results) {
            counts.merge(result.verdict(), 1, Integer::sum);
            for (var id : result.requirements()) {
                byRequirement
                        .computeIfAbsent(id, requirement -> EnumSet.noneOf(Verdict.class))
                        .add(result.verdict());
            }
        }
        var unexpected =
                (int) results.stream().filter(result -> !result.asExpected()).count();
        return new RunFooter(
                complete,
                selected,
                counts,
                unexpected,
                Scores.of(catalogue, runtime, byRequirement),
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }
}
