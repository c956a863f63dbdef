package dev.threadstone.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened in a scenario, in order. */
final class Timeline {

    private final List<TimelineEntry> entries = new ArrayList<>();

    void add(Duration at, String actor, String event) {
        entries.add(new TimelineEntry(at, actor, event));
    }

    List<TimelineEntry> entries() {
        return List.copyOf(entries);
    }
}
