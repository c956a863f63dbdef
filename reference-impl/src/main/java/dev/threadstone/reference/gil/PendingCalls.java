package dev.threadstone.reference.gil;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Calls that the main thread makes at its next checkpoint: signal handlers, and what native code queued.
 *
 * <p>Thread-safety: {@link #add} may be called from any thread, also from outside of the platform; {@link #run} by the
 * main thread only. Nothing blocks, unless a call does.
 *
 * <p>Source: Python C API reference, {@code Py_AddPendingCall}.
 */
public final class PendingCalls {

    private final ConcurrentLinkedQueue<Runnable> calls = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Runnable wakeMain;

    /** Queues a call and wakes the main thread if it is blocked in a wait that can be interrupted. */
    public void add(Runnable call) {
        add(call, true);
    }

    /**
     * Queues a call.
     *
     * @param wakes whether to wake the main thread as {@link #add(Runnable)} does; otherwise it makes the call when it runs
     *     by itself
     */
    public void add(Runnable call, boolean wakes) {
        calls.add(call);
        Runnable wake = wakeMain;
        if (wakes && wake != null) {
            wake.run();
        }
    }

    /** Makes the queued calls in order. The first that raises ends this run; the others stay queued. */
    void run() {
        for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
            call.run();
        }
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    void wakeMainBy(Runnable wake) {
        wakeMain = wake;
    }
}
