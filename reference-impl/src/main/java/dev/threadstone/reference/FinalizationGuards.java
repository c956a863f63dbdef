package dev.threadstone.reference;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What keeps an interpreter from being finalized while native code is about to attach a thread to it:
 * {@code PyInterpreterGuard}. Finalization waits for the guards that there are, and nobody gets one any more.
 *
 * <p>Thread-safety: usable from any thread of the platform; {@link #close} by the attached thread that finalizes.
 *
 * <p>Source: Python C API reference 3.15, {@code PyInterpreterGuard}; PEP 788.
 */
final class FinalizationGuards implements Waiting {

    private static final int CLOSED = -1;

    private final AtomicInteger held = new AtomicInteger();
    private volatile @Nullable ThreadState finalizing;

    /** Takes a guard, unless finalization has begun. */
    boolean tryTake() {
        return held.updateAndGet(count -> count == CLOSED ? CLOSED : count + 1) != CLOSED;
    }

    /** Gives a guard back. */
    void giveBack(Interpreter interpreter) {
        held.updateAndGet(count -> count == CLOSED ? CLOSED : count - 1);
        ThreadState waiting = finalizing;
        if (waiting != null) {
            interpreter.platform().unpark(waiting.platformThread());
        }
    }

    /** Blocks until no guard is held; from then on there are none. */
    void close(ThreadState caller) {
        finalizing = caller;
        caller.waitUninterruptibly(() -> held.get() == CLOSED || held.compareAndSet(0, CLOSED), this);
    }

    /** There are none any more, at once. */
    void closeNow() {
        held.set(CLOSED);
    }

    @Override
    public String what() {
        return "native code that keeps the interpreter from being finalized";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
