package dev.threadstone.results;

import dev.threadstone.spi.Description;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was run, written before anything is.
 *
 * @param suite the version of the suite
 * @param catalogue the hexadecimal SHA-256 of the catalogue
 * @param selector what stood after {@code -i}
 * @param options what was passed to the implementation with {@code -o}
 * @param implementation what the runtime says of itself
 * @param filters what narrowed the choice of scenarios, as on the command line; empty if nothing did
 * @param shard which part of the scenarios this run is about, {@code 1/3}; null for all
 * @param started when, as ISO 8601
 */
public record RunHeader(
        String suite,
        String catalogue,
        String selector,
        Map<String, String> options,
        Description implementation,
        long seed,
        List<String> filters,
        @Nullable String shard,
        Timing timing,
        String started) {

    /** The version of the file format. */
    public static final int FORMAT = 1;

    public RunHeader {
        options = Map.copyOf(options);
        filters = List.copyOf(filters);
    }

    /** The time settings of a run. */
    public record Timing(double factor, Duration hangBudget, Duration quietWindow) {}

    /** Whether every scenario of the suite was to be executed. */
    public boolean unfiltered() {
        return filters.isEmpty() && shard == null;
    }
}
