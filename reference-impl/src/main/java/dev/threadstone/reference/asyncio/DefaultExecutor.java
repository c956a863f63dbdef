package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.asyncio.CoroutineBody.Progress;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.futures.PoolOptions;
import dev.threadstone.reference.futures.ThreadPoolExecutor;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pool in which an event loop runs what names no other.
 *
 * <p>Thread-safety: as {@link EventLoop}.
 *
 * <p>Source: Python library reference, {@code loop.set_default_executor}, {@code loop.shutdown_default_executor}.
 */
public final class DefaultExecutor {

    /** What the wait for the threads gives if it took too long. */
    private static final Object TOO_LATE = new Object();

    private final EventLoop loop;
    private @Nullable Executor executor;
    private boolean shutDown;

    DefaultExecutor(EventLoop loop) {
        this.loop = loop;
    }

    /** The executor, made now if there is none. */
    Executor get() {
        if (shutDown) {
            throw new RuntimeError("Executor shutdown has been called");
        }
        Executor known = executor;
        if (known != null) {
            return known;
        }
        PoolOptions options = new PoolOptions(null, "asyncio", null, List.of());
        Executor made = new ThreadPoolExecutor(loop.interpreter(), options);
        executor = made;
        return made;
    }

    /** {@code set_default_executor(executor)}. */
    public void set(Executor chosen) {
        executor = chosen;
    }

    /**
     * {@code shutdown_default_executor(timeout)}: waits, without stopping the loop, until the threads have ended. When the
     * timeout has run out, issues a RuntimeWarning and waits no longer.
     *
     * @param seconds null: no limit
     */
    public Coroutine shutdown(@Nullable Double seconds) {
        return new Coroutine(
                "shutdown_default_executor", SingleAwait.of(() -> begin(seconds), outcome -> end(outcome)));
    }

    private Progress begin(@Nullable Double seconds) {
        shutDown = true;
        Executor known = executor;
        if (known == null) {
            return Progress.RETURNED;
        }
        Future ended = loop.createFuture();
        if (seconds != null) {
            loop.callLater(seconds, PyCallable.of(() -> settle(ended, TOO_LATE)), List.of());
        }
        new Thread(loop.interpreter(), PyCallable.of(() -> shutDown(known, ended))).start();
        return new Progress.Awaits(ended);
    }

    /** The body of a thread of its own. */
    private void shutDown(Executor known, Future ended) {
        known.shutdown(true, false);
        if (!loop.isClosed()) {
            loop.callSoonThreadsafe(PyCallable.of(() -> settle(ended, null)), List.of());
        }
    }

    private static void settle(Future ended, @Nullable Object outcome) {
        if (!ended.done()) {
            ended.setResult(outcome);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the mark is one object
    private @Nullable Object end(@Nullable Object outcome) {
        if (outcome == TOO_LATE) {
            loop.interpreter().warnings().warn("RuntimeWarning", "The executor did not finish joining its threads.");
            abandon();
        }
        return null;
    }

    /** Takes no more tasks and waits for nobody. */
    void abandon() {
        shutDown = true;
        Executor known = executor;
        if (known != null) {
            known.shutdown(false, false);
        }
    }
}
