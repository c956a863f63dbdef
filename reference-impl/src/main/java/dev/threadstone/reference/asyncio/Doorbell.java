package dev.threadstone.reference.asyncio;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Something that the world outside of the interpreter makes readable, such as a pipe, and that a loop watches.
 *
 * <p>Thread-safety: {@link #ring} may be called by any thread, also from outside of the platform.
 */
public final class Doorbell {

    private final AtomicBoolean rung = new AtomicBoolean();
    private volatile @Nullable Selector watching;

    /** Makes it readable, until the loop has seen it. */
    public void ring() {
        rung.set(true);
        Selector selector = watching;
        if (selector != null) {
            selector.wake();
        }
    }

    void watchedBy(@Nullable Selector selector) {
        watching = selector;
    }

    boolean isRung() {
        return rung.get();
    }

    /** Whether it was rung since the last time. */
    boolean wasRung() {
        return rung.getAndSet(false);
    }
}
