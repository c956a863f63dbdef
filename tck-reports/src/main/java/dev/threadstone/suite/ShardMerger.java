package dev.threadstone.suite;

import dev.threadstone.results.RecordedRun;
import dev.threadstone.results.ResultsException;
import dev.threadstone.results.RunHeader;
import dev.threadstone.results.ScenarioResult;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** Puts the results of all shards of one run together. */
public final class ShardMerger {

    private ShardMerger() {}

    /**
     * The header of the whole run.
     *
     * @throws ResultsException if the shards are not parts of one run, or one is missing or doubled
     */
    public static RunHeader header(List<RecordedRun> shards) {
        var first = shards.get(0).header();
        for (var shard : shards) {
            if (shard.header().shard() == null) {
                throw new ResultsException("The run of " + shard.header().started()
                        + " was not sharded; merge takes the results of 'run --shard I/N'.");
            }
            if (!whole(shard.header(), first.started()).equals(whole(first, first.started()))) {
                throw new ResultsException("The shards " + first.shard() + " and "
                        + shard.header().shard()
                        + " are not parts of one run: implementation, catalogue, filters or settings differ.");
            }
        }
        checkNumbers(shards);
        return whole(first, first.started());
    }

    private static void checkNumbers(List<RecordedRun> shards) {
        var numbers = new TreeSet<Integer>();
        var count = 0;
        for (var run : shards) {
            var shard = Shard.parse(String.valueOf(run.header().shard()));
            if (!numbers.add(shard.number())) {
                throw new ResultsException("Shard " + shard + " is given twice.");
            }
            if (count != 0 && count != shard.count()) {
                throw new ResultsException(
                        "Shard " + shard + " is of another division than the first, which had " + count + " parts.");
            }
            count = shard.count();
        }
        for (var number = 1; number <= count; number++) {
            if (!numbers.contains(number)) {
                throw new ResultsException("Shard " + number + "/" + count + " is missing.");
            }
        }
    }

    /** A header without what differs between the shards of one run. */
    private static RunHeader whole(RunHeader header, String started) {
        return new RunHeader(
                header.suite(),
                header.catalogue(),
                header.selector(),
                header.options(),
                header.implementation(),
                header.seed(),
                header.filters(),
                null,
                header.timing(),
                started);
    }

    /**
     * The results of all shards, shard by shard.
     *
     * @throws ResultsException if a scenario stands in two of them
     */
    public static List<ScenarioResult> results(List<RecordedRun> shards) {
        var keys = new HashSet<String>();
        var results = shards.stream().flatMap(run -> run.results().stream()).toList();
        for (var result : results) {
            if (!keys.add(result.key())) {
                throw new ResultsException(result.key() + " stands in two shards; they are not parts of one run.");
            }
        }
        return results;
    }
}
