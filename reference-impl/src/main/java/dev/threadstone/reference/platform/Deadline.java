package dev.threadstone.reference.platform;

import java.time.Duration;

/** A point on the clock of a {@link Platform}, or never. */
public record Deadline(long nanos) {

    public static final Deadline NEVER = new Deadline(Long.MAX_VALUE);

    /** The point that lies so far after now; {@link #NEVER} if the clock does not reach as far. */
    public static Deadline after(Platform platform, Duration duration) {
        try {
            return new Deadline(Math.addExact(platform.nowNanos(), duration.toNanos()));
        } catch (ArithmeticException beyondTheClock) {
            return NEVER;
        }
    }

    /** The length of a duration; the longest that the clock can count if it is longer. */
    static long nanosOf(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException beyondTheClock) {
            return Long.MAX_VALUE;
        }
    }

    public boolean isNever() {
        return nanos == Long.MAX_VALUE;
    }

    /** Whether the clock has reached this point. */
    public boolean isPast(Platform platform) {
        return !isNever() && platform.nowNanos() >= nanos;
    }
}
