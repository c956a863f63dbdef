package dev.threadstone.adapter.agent;

import java.time.Duration;

/**
 * How long a second of scenario time is on the real clock.
 *
 * @param second its length
 */
record TimeScale(Duration second) {

    private static final double NANOS = 1e9;

    TimeScale stretched(int times) {
        return new TimeScale(second.multipliedBy(times));
    }

    double toRealSeconds(Duration scenario) {
        return toRealNanos(scenario) / NANOS;
    }

    /** In nanoseconds, at most a century: what is longer does not fit a clock. */
    long toRealNanos(Duration scenario) {
        double seconds = scenario.toSeconds() + scenario.toNanosPart() / NANOS;
        return (long) Math.min(seconds * second.toNanos(), NANOS * 3e9);
    }

    Duration toScenario(long realNanos) {
        return Duration.ofNanos((long) (realNanos * (NANOS / second.toNanos())));
    }
}
