package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.PythonException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code asyncio.Handle}: a callback that an event loop is to run.
 *
 * <p>Thread-safety: used by attached threads; to cancel it from another thread than the loop's may come too late.
 *
 * <p>Source: Python library reference, {@code asyncio.Handle}.
 */
public class Handle {

    private final EventLoop loop;
    private final PyCallable callback;
    private final List<? extends @Nullable Object> args;
    private final Context context;
    private volatile boolean cancelled;

    Handle(EventLoop loop, PyCallable callback, List<? extends @Nullable Object> args, Context context) {
        this.loop = loop;
        this.callback = callback;
        this.args = args;
        this.context = context;
    }

    /** {@code cancel()}: the callback will not run, unless it has begun. */
    public final void cancel() {
        cancelled = true;
    }

    /** {@code cancelled()}. */
    public final boolean cancelled() {
        return cancelled;
    }

    /** Runs the callback in its context; what it raises goes to the log, unless it is no {@code Exception}. */
    final void run() {
        try {
            context.run(callback, args, Map.of());
        } catch (PythonException raised) {
            if (!raised.isInstanceOf("Exception") && !raised.isInstanceOf("asyncio.CancelledError")) {
                throw raised;
            }
            loop.interpreter()
                    .logging()
                    .getLogger("asyncio")
                    .exception("Exception in callback of an event loop", raised);
        }
    }
}
