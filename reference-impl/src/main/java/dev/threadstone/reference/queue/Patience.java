package dev.threadstone.reference.queue;

import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.SharedObject;
import dev.threadstone.reference.threading.Timeout;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long one operation of a queue may wait for its turn: the arguments {@code block} and {@code timeout}. */
final class Patience {

    private final Platform platform;
    private final boolean block;
    private final @Nullable Timeout timeout;
    private @Nullable Deadline end;

    Patience(SharedObject queue, boolean block, @Nullable Timeout timeout) {
        this.platform = queue.interpreter().platform();
        this.block = block;
        this.timeout = timeout;
    }

    /**
     * Waits until something is possible. Called with the lock of the condition held.
     *
     * @param turn notified when it may have become possible
     * @param requireSense called after each wait; raises if there is no sense any more in waiting
     * @param tooLate what is raised if it is not possible in time
     * @throws ValueError for a negative timeout, also if it is possible at once
     */
    void await(
            Condition turn,
            BooleanSupplier possible,
            Runnable requireSense,
            Supplier<? extends PythonException> tooLate) {
        if (block && timeout != null && timeout.seconds() < 0) {
            throw new ValueError("'timeout' must be a non-negative number");
        }
        while (!possible.getAsBoolean()) {
            if (!await(turn)) {
                throw tooLate.get();
            }
            requireSense.run();
        }
    }

    /** Waits for a notification. False at once if there is no time left for that. */
    private boolean await(Condition turn) {
        if (block && timeout == null) {
            return turn.await();
        }
        Duration left = block ? timeLeft() : Duration.ZERO;
        if (left.isZero() || left.isNegative()) {
            return false;
        }
        turn.await(Timeout.of(left));
        return true;
    }

    private Duration timeLeft() {
        Deadline known = end;
        if (known == null) {
            known = Objects.requireNonNull(timeout, "a timed wait").deadline(platform);
            end = known;
        }
        return Duration.ofNanos(known.nanos() - platform.nowNanos());
    }
}
