package dev.threadstone.reference.threading;

import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The timeout of a call that may have to wait several times. It begins with the first wait, and only then it is found out
 * whether it is too large.
 *
 * <p>Thread-safety: used by one thread.
 */
public final class WaitLimit {

    private final Platform platform;
    private final @Nullable Timeout timeout;
    private @Nullable Deadline end;

    /**
     * A limit that has not begun.
     *
     * @param timeout zero, a negative number and what is not a number: no wait at all; null: no limit
     */
    public WaitLimit(Platform platform, @Nullable Timeout timeout) {
        this.platform = platform;
        this.timeout = timeout;
    }

    /**
     * When the call must be over; the same each time.
     *
     * @throws dev.threadstone.reference.errors.OverflowError for a timeout above {@link Timeout#MAX_SECONDS}
     */
    public Deadline end() {
        Deadline known = end;
        if (known == null) {
            known = firstEnd();
            end = known;
        }
        return known;
    }

    /** Whether a wait has begun and its time is up. */
    public boolean isOver() {
        Deadline known = end;
        return known != null && known.isPast(platform);
    }

    private Deadline firstEnd() {
        if (timeout == null) {
            return Deadline.NEVER;
        }
        boolean positive = timeout.seconds() > 0;
        return positive ? timeout.deadline(platform) : new Deadline(platform.nowNanos());
    }
}
