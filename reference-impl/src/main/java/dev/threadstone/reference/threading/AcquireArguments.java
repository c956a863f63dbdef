package dev.threadstone.reference.threading;

import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;

/** The rules for the arguments of {@code acquire}, the same for {@code Lock} and {@code RLock}. */
final class AcquireArguments {

    private AcquireArguments() {}

    /**
     * The deadline of an acquire call; a past one if it must not wait.
     *
     * @throws ValueError for a timeout on a non-blocking call, and for a negative one other than -1
     * @throws dev.threadstone.reference.errors.OverflowError for a timeout above {@link Timeout#MAX_SECONDS}
     */
    static Deadline deadline(Platform platform, boolean blocking, Timeout timeout) {
        timeout.requireConvertible();
        if (!blocking && !timeout.isUnlimited()) {
            throw new ValueError("can't specify a timeout for a non-blocking call");
        }
        if (timeout.isNegative() && !timeout.isUnlimited()) {
            throw new ValueError("timeout value must be a non-negative number");
        }
        if (timeout.isUnlimited()) {
            return blocking ? Deadline.NEVER : new Deadline(platform.nowNanos());
        }
        return timeout.deadline(platform);
    }
}
