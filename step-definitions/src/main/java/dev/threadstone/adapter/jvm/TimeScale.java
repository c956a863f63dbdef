package dev.threadstone.adapter.jvm;

import java.time.Duration;

/**
 * How long one second of scenario time is on a runtime's clock.
 *
 * @param second positive
 */
public record TimeScale(Duration second) {

    /** Scenario time is the clock's time. */
    public static final TimeScale LITERAL = new TimeScale(Duration.ofSeconds(1));

    private static final double NANOS = 1e9;

    public TimeScale {
        if (second.isNegative() || second.isZero()) {
            throw new IllegalArgumentException("A scenario second must be longer than " + second + ".");
        }
    }

    /** With seconds so many times as long; time that is taken literally stays as it is. */
    TimeScale stretched(int times) {
        return this.equals(LITERAL) ? this : new TimeScale(second.multipliedBy(times));
    }

    /** From scenario time to the runtime's clock. */
    public Duration toClock(Duration scenario) {
        return this.equals(LITERAL) ? scenario : scaled(scenario, second.toNanos() / NANOS);
    }

    /** From the runtime's clock to scenario time. */
    public Duration toScenario(Duration clock) {
        return this.equals(LITERAL) ? clock : scaled(clock, NANOS / second.toNanos());
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
