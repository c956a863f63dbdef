package dev.threadstone.reference.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what living threads wait for, and finds the cycles of threads of which each holds what the one before needs. */
final class WaitReport {

    private final Map<Long, Standing> standings = new LinkedHashMap<>();
    private final long now;

    WaitReport(List<Standing> standings, long now) {
        standings.forEach(standing -> this.standings.put(standing.thread().id(), standing));
        this.now = now;
    }

    String text() {
        var lines = new ArrayList<String>();
        deadlocks()
                .forEach(cycle -> lines.add("deadlock: "
                        + cycle.stream().map(standing -> standing.describe(now)).collect(Collectors.joining("; "))));
        standings.values().forEach(standing -> lines.add(standing.describe(now)));
        return String.join("\n", lines);
    }

    private List<List<Standing>> deadlocks() {
        var cycles = new ArrayList<List<Standing>>();
        Set<Long> visited = new HashSet<>();
        for (Standing start : standings.values()) {
            List<Standing> path = new ArrayList<>();
            Standing end = start;
            while (end != null && visited.add(end.thread().id())) {
                path.add(end);
                end = holderOf(end);
            }
            int entry = end == null ? -1 : path.indexOf(end);
            if (entry >= 0) {
                cycles.add(oldestFirst(path.subList(entry, path.size())));
            }
        }
        return cycles;
    }

    private static List<Standing> oldestFirst(List<Standing> cycle) {
        var turned = new ArrayList<>(cycle);
        Standing oldest = Collections.min(
                turned, Comparator.comparingLong(standing -> standing.thread().id()));
        Collections.rotate(turned, -turned.indexOf(oldest));
        return turned;
    }

    /** Whom this thread needs to go on, or null if it may go on without anybody. */
    private @Nullable Standing holderOf(Standing standing) {
        Waiting waiting = standing.waiting();
        if (waiting == null || !standing.waitsForEver()) {
            return null;
        }
        PlatformThread holder = waiting.heldBy();
        return holder == null ? null : standings.get(holder.id());
    }
}
