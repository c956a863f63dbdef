package dev.threadstone.reference.threading;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.RuntimeError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What the main thread calls at its end before it waits for the non-daemon threads, latest first: CPython's
 * {@code threading._register_atexit}, by which thread pools tell their workers to finish.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: CPython, {@code Lib/threading.py}.
 */
public final class ShutdownCallbacks {

    private final ConcurrentLinkedDeque<PyCallable> callbacks = new ConcurrentLinkedDeque<>();
    private volatile boolean begun;

    ShutdownCallbacks() {}

    /**
     * Adds a callback.
     *
     * @throws RuntimeError once the callbacks are being called
     */
    public void register(PyCallable callback) {
        if (begun) {
            throw new RuntimeError("can't register atexit after shutdown");
        }
        callbacks.push(callback);
    }

    /** Calls them. The first that raises ends this, and the error goes on. */
    void run() {
        begun = true;
        for (PyCallable next = callbacks.poll(); next != null; next = callbacks.poll()) {
            next.call(List.of(), Map.of());
        }
    }
}
