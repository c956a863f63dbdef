package dev.threadstone.reference;

import dev.threadstone.reference.errors.PythonException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code atexit}: what the main thread calls after the last non-daemon thread has ended, latest first.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code atexit}.
 */
public final class ExitCallbacks {

    private final TextStream stderr;
    private final ConcurrentLinkedDeque<Runnable> callbacks = new ConcurrentLinkedDeque<>();

    ExitCallbacks(TextStream stderr) {
        this.stderr = stderr;
    }

    /** {@code atexit.register(callback, *args, **kwargs)}. */
    public void register(
            PyCallable callback,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs) {
        callbacks.push(() -> callback.call(args, kwargs));
    }

    /** {@code atexit.register(callback)}. */
    public void register(PyCallable callback) {
        register(callback, List.of(), Map.of());
    }

    /** Calls them; one that raises is reported and keeps no other from being called. */
    void run() {
        for (Runnable callback = callbacks.poll(); callback != null; callback = callbacks.poll()) {
            try {
                callback.run();
            } catch (RuntimeException failed) {
                stderr.write("Exception ignored in atexit callback:\n"
                        + PythonException.from(failed).traceback());
            }
        }
    }
}
