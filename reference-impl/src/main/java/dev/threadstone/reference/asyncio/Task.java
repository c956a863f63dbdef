package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.asyncio.CoroutineBody.Progress;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.platform.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code asyncio.Task}: runs a coroutine in an event loop, in a copy of the context in which it was made.
 *
 * <p>Thread-safety: as {@link Future}.
 *
 * <p>Source: Python library reference, {@code asyncio.Task}.
 */
@SuppressWarnings("this-escape") // its loop runs it later, when it is complete
public final class Task extends Future {

    private final Coroutine coroutine;
    private final Context context;
    private @Nullable Future awaited;
    private boolean cancellationWanted;

    /** A task that its loop will begin to run soon. */
    Task(EventLoop loop, Coroutine coroutine) {
        super(loop);
        this.coroutine = coroutine;
        this.context = interpreter().contexts().copy();
        coroutine.begin();
        loop.tasks().add(this);
        step(null, null);
    }

    /**
     * {@code cancel()}: raises {@link CancelledError} in the coroutine where it awaits, or at its next await.
     *
     * @return false if it is done already
     */
    @Override
    public boolean cancel() {
        begin(Operation.WRITE);
        if (done()) {
            return false;
        }
        Future waitedFor = awaited;
        if (waitedFor == null || !waitedFor.cancel()) {
            cancellationWanted = true;
        }
        return true;
    }

    private void step(@Nullable Object value, @Nullable PythonException raised) {
        loop().callSoon(PyCallable.of(() -> run(value, raised)), List.of(), context);
    }

    private void run(@Nullable Object value, @Nullable PythonException raised) {
        PythonException thrown = raised;
        if (cancellationWanted) {
            cancellationWanted = false;
            thrown = raised instanceof CancelledError ? raised : new CancelledError();
        }
        awaited = null;
        Task outer = loop().enter(this);
        try {
            proceed(coroutine.advance(value, thrown));
        } catch (CancelledError cancelled) {
            loop().tasks().remove(this);
            super.cancel();
        } catch (RuntimeException failed) {
            loop().tasks().remove(this);
            setException(PythonException.from(failed));
        }
        loop().leave(outer);
    }

    private void proceed(Progress progress) {
        if (progress instanceof Progress.Returned returned) {
            loop().tasks().remove(this);
            finish(returned.value());
        } else if (progress instanceof Progress.Awaits awaits) {
            await((Future) awaits.awaitable());
        } else {
            step(null, null);
        }
    }

    private void finish(@Nullable Object result) {
        if (cancellationWanted) {
            super.cancel();
        } else {
            setResult(result);
        }
    }

    private void await(Future future) {
        awaited = future;
        future.addDoneCallback(PyCallable.of(() -> wake(future)), context);
        if (cancellationWanted && future.cancel()) {
            cancellationWanted = false;
        }
    }

    /** Called by the loop, already in the context. */
    private void wake(Future future) {
        Object value = null;
        PythonException raised = null;
        try {
            value = future.result();
        } catch (PythonException failed) {
            raised = failed;
        }
        run(value, raised);
    }

    @Override
    protected String typeName() {
        return "Task";
    }
}
