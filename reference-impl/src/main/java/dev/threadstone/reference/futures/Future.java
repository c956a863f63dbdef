package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.CancelledError;
import dev.threadstone.reference.errors.InvalidStateError;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.TimeoutError;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.RLock;
import dev.threadstone.reference.threading.SharedObject;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code concurrent.futures.Future}: the outcome of a task, which another thread runs now, later or never. It is
 * pending, then running, then finished; or cancelled while it was pending.
 *
 * <p>Who waits with a timeout: zero and a negative number do not wait; null has no limit.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread.
 *
 * <p>Source: Python library reference, {@code concurrent.futures}, "Future Objects".
 */
@SuppressWarnings("this-escape") // Its condition calls nothing before it is complete.
public class Future extends SharedObject {

    private final RLock mutex;
    private final Condition condition;
    private final List<PyCallable> callbacks = new ArrayList<>();
    private final List<FutureWatcher> watchers = new ArrayList<>();

    /** Written with the mutex held, like all that follows it; written last, for {@link #toString}. */
    private volatile Progress progress = Progress.PENDING;

    private @Nullable Object value;
    private @Nullable PythonException failure;

    /** A pending future. Only who runs tasks should make one. */
    public Future(Interpreter interpreter) {
        super(interpreter);
        this.mutex = new RLock(interpreter);
        this.condition = new Condition(interpreter, mutex);
    }

    /**
     * Tries to cancel the task. Callbacks run in the calling thread.
     *
     * @return true if it is cancelled, now or before; false if it runs or has ended
     */
    public final boolean cancel() {
        Progress before = mutex.with(() -> {
            Progress found = progress;
            if (found == Progress.PENDING) {
                condition.notifyAllWaiters();
                progress = Progress.CANCELLED;
            }
            return found;
        });
        if (before == Progress.PENDING) {
            callBack();
        }
        return before == Progress.PENDING || before.isCancelled();
    }

    /** Whether it was cancelled. Does not wait. */
    public final boolean cancelled() {
        return mutex.with(() -> progress.isCancelled());
    }

    /** Whether its task runs now. Does not wait. */
    public final boolean running() {
        return mutex.with(() -> progress == Progress.RUNNING);
    }

    /** Whether it was cancelled or has finished. Does not wait. */
    public final boolean done() {
        return mutex.with(() -> progress.isDone());
    }

    /**
     * Blocks until the future is done: {@code result(timeout)}.
     *
     * @return what the task returned
     * @throws PythonException what the task raised, the very object; and in the main thread, whatever a signal handler
     *     raised meanwhile
     * @throws CancelledError if it is or gets cancelled
     * @throws TimeoutError if the timeout runs out, which has no effect on the task
     */
    public final @Nullable Object result(@Nullable Timeout timeout) {
        return mutex.<@Nullable Object>with(() -> {
            awaitEnd(timeout);
            if (failure != null) {
                throw failure;
            }
            return value;
        });
    }

    /**
     * Blocks until the future is done: {@code exception(timeout)}.
     *
     * @return what the task raised, or null if it returned
     * @throws CancelledError if it is or gets cancelled
     * @throws TimeoutError if the timeout runs out, which has no effect on the task
     * @throws PythonException in the main thread, whatever a signal handler raised meanwhile
     */
    public final @Nullable PythonException exception(@Nullable Timeout timeout) {
        return mutex.<@Nullable PythonException>with(() -> {
            awaitEnd(timeout);
            return failure;
        });
    }

    private void awaitEnd(@Nullable Timeout timeout) {
        if (!progress.isDone()) {
            condition.await(timeout);
        }
        if (progress.isCancelled()) {
            throw new CancelledError();
        }
        if (!progress.isDone()) {
            throw new TimeoutError(interpreter().options().python(), null);
        }
    }

    /**
     * Calls the function with this future as soon as it is done: at once in the calling thread if it is already, else in the
     * thread that ends it, after those that were added before. What it raises is logged, unless it is no
     * {@code Exception}: that goes to who called.
     */
    public final void addDoneCallback(PyCallable function) {
        boolean added = mutex.with(() -> !progress.isDone() && callbacks.add(function));
        if (!added) {
            callBack(function);
        }
    }

    private void callBack() {
        callbacks.forEach(this::callBack);
    }

    private void callBack(PyCallable function) {
        try {
            function.call(List.of(this), Map.of());
        } catch (PythonException raised) {
            if (!raised.isInstanceOf("Exception")) {
                throw raised;
            }
            interpreter()
                    .logging()
                    .getLogger("concurrent.futures")
                    .exception("exception calling callback for " + this, raised);
        }
    }

    /**
     * For who runs the task, before it does: {@code set_running_or_notify_cancel()}. Releases those who wait for several
     * futures if this one was cancelled.
     *
     * @return true if the task is to run; false if the future was cancelled
     * @throws RuntimeError if this was called before, or the future has finished
     */
    public final boolean setRunningOrNotifyCancel() {
        return mutex.with(() -> {
            if (progress == Progress.CANCELLED) {
                progress = Progress.CANCELLED_AND_NOTIFIED;
                announce();
                return false;
            }
            if (progress != Progress.PENDING) {
                interpreter()
                        .logging()
                        .getLogger("concurrent.futures")
                        .critical("Future " + this + " in unexpected state: " + progress);
                throw new RuntimeError("Future in unexpected state");
            }
            progress = Progress.RUNNING;
            return true;
        });
    }

    /**
     * For who runs the task: it has returned. Callbacks run in the calling thread.
     *
     * @throws InvalidStateError if the future is done already
     */
    public final void setResult(@Nullable Object result) {
        finish(() -> value = result);
    }

    /**
     * For who runs the task: it has raised. Callbacks run in the calling thread.
     *
     * @throws InvalidStateError if the future is done already
     */
    public final void setException(PythonException exception) {
        finish(() -> failure = exception);
    }

    private void finish(Runnable record) {
        mutex.with(() -> {
            if (progress.isDone()) {
                throw new InvalidStateError(progress + ": " + this);
            }
            condition.notifyAllWaiters();
            record.run();
            progress = Progress.FINISHED;
            announce();
            return true;
        });
        callBack();
    }

    private void announce() {
        watchers.forEach(watcher -> watcher.ended(this));
    }

    /** Adds somebody who is to hear of the end; false if that is past, and nobody is added. */
    final boolean watch(FutureWatcher watcher) {
        return mutex.with(() -> !progress.isAnnounced() && watchers.add(watcher));
    }

    /** Takes somebody out again. */
    final void unwatch(FutureWatcher watcher) {
        mutex.with(() -> watchers.remove(watcher));
    }

    /** Whether it has finished and its task raised. */
    final boolean failed() {
        return progress == Progress.FINISHED && failure != null;
    }

    @Override
    public final void label(String text) {
        super.label(text);
        mutex.label(text);
        condition.label(text);
    }

    @Override
    protected String typeName() {
        return "Future";
    }

    /** Its {@code repr}: the state and, once it has finished, the type of its outcome. */
    @Override
    public String toString() {
        Progress now = progress;
        String outcome = "";
        if (now == Progress.FINISHED) {
            PythonException raised = failure;
            outcome = raised == null ? " returned " + TypeNames.of(value) : " raised " + raised.typeName();
        }
        return "<" + typeName() + " at " + address() + " state=" + now.shown() + outcome + ">";
    }
}
