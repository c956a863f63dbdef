package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code asyncio.TimerHandle}: a callback that an event loop is to run at its time.
 *
 * <p>Thread-safety: as {@link Handle}.
 *
 * <p>Source: Python library reference, {@code asyncio.TimerHandle}.
 */
public final class TimerHandle extends Handle {

    private final double when;
    private final long number;

    TimerHandle(
            EventLoop loop,
            double when,
            long number,
            PyCallable callback,
            List<? extends @Nullable Object> args,
            Context context) {
        super(loop, callback, args, context);
        this.when = when;
        this.number = number;
    }

    /** Tells timers of the same time apart, the earlier one first. */
    long number() {
        return number;
    }

    /** {@code when()}: its time, on the clock of the loop, in seconds. */
    public double when() {
        return when;
    }
}
