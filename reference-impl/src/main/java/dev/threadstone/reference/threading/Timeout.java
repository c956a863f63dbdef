package dev.threadstone.reference.threading;

import dev.threadstone.reference.errors.OverflowError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A timeout as Python code passes it: a number of seconds. Any number can be expressed, also those that are refused.
 *
 * @param seconds may be negative, infinite or not a number
 */
public record Timeout(double seconds) {

    /** {@code threading.TIMEOUT_MAX}: the longest timeout that is accepted, in seconds. */
    public static final double MAX_SECONDS = 9223372036.0;

    /** The default of {@code Lock.acquire}: -1, no limit. */
    public static final Timeout UNLIMITED = new Timeout(-1);

    private static final int NANO_DIGITS = 9;

    /** A timeout in some unit: {@code Timeout.of(2, SECONDS)}. */
    public static Timeout of(long amount, TimeUnit unit) {
        return of(Duration.ofNanos(unit.toNanos(amount)));
    }

    /** A timeout of this duration. */
    public static Timeout of(Duration duration) {
        return new Timeout(BigDecimal.valueOf(duration.toNanos(), NANO_DIGITS).doubleValue());
    }

    /** A timeout of so many seconds. */
    public static Timeout ofSeconds(double seconds) {
        return new Timeout(seconds);
    }

    /** What is left until a deadline, not above zero once it is past; null if it never comes. */
    public static @Nullable Timeout until(Deadline end, Platform platform) {
        return end.isNever() ? null : of(Duration.ofNanos(end.nanos() - platform.nowNanos()));
    }

    boolean isUnlimited() {
        return seconds == UNLIMITED.seconds;
    }

    boolean isNegative() {
        return seconds < 0;
    }

    /**
     * The point on the clock at which it ends; now for zero and less.
     *
     * @throws OverflowError beyond {@link #MAX_SECONDS}
     * @throws ValueError if it is not a number
     */
    public Deadline deadline(Platform platform) {
        requireConvertible();
        if (seconds <= 0) {
            return new Deadline(platform.nowNanos());
        }
        long nanos = BigDecimal.valueOf(seconds)
                .movePointRight(NANO_DIGITS)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return Deadline.after(platform, Duration.ofNanos(nanos));
    }

    void requireConvertible() {
        if (Double.isNaN(seconds)) {
            throw new ValueError("Invalid value NaN (not a number)");
        }
        if (seconds > MAX_SECONDS || seconds == Double.NEGATIVE_INFINITY) {
            throw new OverflowError("timeout value is too large");
        }
    }
}
