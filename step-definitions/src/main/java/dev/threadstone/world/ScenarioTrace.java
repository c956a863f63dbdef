package dev.threadstone.world;

import dev.threadstone.spi.Evidence;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in one scenario.
 *
 * @param feature the feature file
 * @param line the line of the scenario, or of its examples row
 * @param name the scenario's name
 * @param tags its tags, without the at sign
 * @param evidence the weakest evidence that a thread was blocked; null if nothing depended on it
 * @param timeline what the actors did, in order
 * @param outpaced whether the machine was too slow for the scenario's durations, so that a failure proves nothing
 * @param wallTime from the start of the scenario to its end, on the suite's own clock
 */
public record ScenarioTrace(
        URI feature,
        int line,
        String name,
        Set<String> tags,
        @Nullable Evidence evidence,
        List<TimelineEntry> timeline,
        boolean outpaced,
        Duration wallTime) {

    public ScenarioTrace {
        tags = Set.copyOf(tags);
        timeline = List.copyOf(timeline);
    }
}
