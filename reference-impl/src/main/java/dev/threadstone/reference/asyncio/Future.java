package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.threading.SharedObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code asyncio.Future}: an outcome that a coroutine can await. Never blocks.
 *
 * <p>Thread-safety: none; used by the thread of its event loop. Other threads go through
 * {@link EventLoop#callSoonThreadsafe}.
 *
 * <p>Source: Python library reference, {@code asyncio}, "Futures".
 */
public sealed class Future extends SharedObject implements Awaitable permits Task {

    private static final int STOP_ITERATION_CONVERTED_SINCE = 12;

    private final EventLoop loop;
    private final List<Callback> callbacks = new ArrayList<>();
    private volatile Stage stage = Stage.PENDING;
    private @Nullable Object value;
    private @Nullable PythonException failure;

    private enum Stage {
        PENDING,
        CANCELLED,
        FINISHED
    }

    private record Callback(PyCallable function, Context context) {}

    /** A pending future of a loop: {@code loop.create_future()}. */
    public Future(EventLoop loop) {
        super(loop.interpreter());
        this.loop = loop;
    }

    /** {@code get_loop()}. */
    public final EventLoop loop() {
        return loop;
    }

    /** {@code done()}. */
    public final boolean done() {
        return stage != Stage.PENDING;
    }

    /** {@code cancelled()}. */
    public final boolean cancelled() {
        return stage == Stage.CANCELLED;
    }

    /**
     * {@code result()}. Does not wait.
     *
     * @throws PythonException what it failed with, the very object
     * @throws CancelledError if it was cancelled
     * @throws InvalidStateError if it is not done
     */
    public final @Nullable Object result() {
        PythonException raised = exception();
        if (raised != null) {
            throw raised;
        }
        return value;
    }

    /**
     * {@code exception()}: what it failed with, or null.
     *
     * @throws CancelledError if it was cancelled
     * @throws InvalidStateError if it is not done
     */
    public final @Nullable PythonException exception() {
        begin(Operation.READ);
        if (stage == Stage.CANCELLED) {
            throw new CancelledError();
        }
        if (stage == Stage.PENDING) {
            throw new InvalidStateError("Result is not ready.");
        }
        return failure;
    }

    /**
     * {@code set_result(value)}.
     *
     * @throws InvalidStateError if it is done
     */
    public final void setResult(@Nullable Object result) {
        requirePending();
        value = result;
        end(Stage.FINISHED);
    }

    /**
     * {@code set_exception(exception)}. StopIteration cannot be awaited and becomes a RuntimeError that it is the cause of.
     *
     * @throws InvalidStateError if it is done
     */
    public final void setException(PythonException exception) {
        requirePending();
        failure = exception.isInstanceOf("StopIteration") ? raisable(exception) : exception;
        end(Stage.FINISHED);
    }

    private PythonException raisable(PythonException stopIteration) {
        if (!interpreter().options().python().atLeast(STOP_ITERATION_CONVERTED_SINCE)) {
            throw new dev.threadstone.reference.errors.TypeError(
                    "StopIteration interacts badly with generators and cannot be raised into a Future");
        }
        RuntimeError converted = new RuntimeError("StopIteration interacts badly with generators");
        converted.initCause(stopIteration);
        return converted;
    }

    /**
     * {@code cancel()}.
     *
     * @return false if it is done already
     */
    public boolean cancel() {
        begin(Operation.WRITE);
        if (done()) {
            return false;
        }
        end(Stage.CANCELLED);
        return true;
    }

    /** {@code add_done_callback(function)}: the loop calls it, with this future, soon after it is done. */
    public final void addDoneCallback(PyCallable function) {
        addDoneCallback(function, interpreter().contexts().copy());
    }

    final void addDoneCallback(PyCallable function, Context context) {
        begin(Operation.WRITE);
        if (done()) {
            loop.callSoon(function, List.of(this), context);
        } else {
            callbacks.add(new Callback(function, context));
        }
    }

    private void requirePending() {
        begin(Operation.WRITE);
        if (done()) {
            throw new InvalidStateError("invalid state");
        }
    }

    private void end(Stage reached) {
        stage = reached;
        callbacks.forEach(callback -> loop.callSoon(callback.function(), List.of(this), callback.context()));
        callbacks.clear();
    }

    @Override
    protected String typeName() {
        return "Future";
    }

    /** Its {@code repr}, shortened. */
    @Override
    public String toString() {
        return "<" + typeName() + " " + stage.name().toLowerCase(java.util.Locale.ROOT) + ">";
    }
}
