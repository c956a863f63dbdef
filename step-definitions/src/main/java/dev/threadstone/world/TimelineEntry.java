package dev.threadstone.world;

import java.time.Duration;

/**
 * One line of a scenario's timeline.
 *
 * @param at scenario time since the session began
 * @param actor whose line it is; empty for what happens to all, such as the passing of time
 * @param event what happened, as Python source where it is a call
 */
public record TimelineEntry(Duration at, String actor, String event) {}
