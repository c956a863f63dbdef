package dev.threadstone.cli;

import dev.threadstone.catalogue.Level;
import dev.threadstone.suite.Criteria;
import dev.threadstone.suite.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that narrow a choice of requirements or scenarios. */
final class FilterOptions {

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Requirement (RLOCK-007), scenario (RLOCK-007.a), case (LOCK-011.a[RLock]), area (RLOCK);"
                    + " * and ? are wildcards.")
    List<String> ids = new ArrayList<>();

    @Option(names = "--area", paramLabel = "AREA", split = ",", description = "Only these areas: LOCK,RLOCK.")
    List<String> areas = new ArrayList<>();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            split = ",",
            description = "Only these levels: ${COMPLETION-CANDIDATES}.")
    List<Level> levels = new ArrayList<>();

    @Option(
            names = "--tag",
            paramLabel = "EXPR",
            description = "Only scenarios whose tags match, as \"@a and not @b\".")
    @Nullable String tags;

    /** The criteria, with what other options add. */
    Criteria criteria(@Nullable Set<String> keys, @Nullable Shard shard) {
        return new Criteria(ids, areas, levels, tags, keys, shard);
    }

    /** The options as they would be written, for the header of the results. */
    List<String> described() {
        var filters = new ArrayList<>(ids);
        areas.forEach(area -> filters.add("--area=" + area));
        levels.forEach(level -> filters.add("--level=" + level.label()));
        if (tags != null) {
            filters.add("--tag=" + tags);
        }
        return filters;
    }
}
