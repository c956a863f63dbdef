package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.asyncio.CoroutineBody.Progress;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.gil.ThreadSlot;
import dev.threadstone.reference.gil.ThreadState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Python's module {@code asyncio}, for one interpreter.
 *
 * <p>Thread-safety: used by attached threads of the interpreter. Only {@link #run} blocks.
 *
 * <p>Source: Python library reference, {@code asyncio}.
 */
public final class Asyncio {

    private static final int EXECUTOR_AWAITED_SINCE = 9;

    private final Interpreter interpreter;
    private final ThreadSlot<EventLoop> running = new ThreadSlot<>();

    /** The module of an interpreter. */
    public Asyncio(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** {@code new_event_loop()}. */
    public EventLoop newEventLoop() {
        return new EventLoop(interpreter, this);
    }

    /**
     * {@code get_running_loop()}: the loop that the calling thread runs.
     *
     * @throws RuntimeError if it runs none
     */
    public EventLoop runningLoop() {
        EventLoop loop = running.get(interpreter.current());
        if (loop == null) {
            throw new RuntimeError("no running event loop");
        }
        return loop;
    }

    /**
     * {@code run(main)}: runs a coroutine in a new loop, in the calling thread. Then it cancels the tasks that are left, and
     * waits for the threads of the default executor.
     *
     * @return what the coroutine returned
     * @throws PythonException what it raised
     * @throws RuntimeError if the thread runs a loop already
     */
    public @Nullable Object run(Coroutine main) {
        if (running.get(interpreter.current()) != null) {
            throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
        }
        EventLoop loop = newEventLoop();
        Object result;
        try {
            result = loop.runUntilComplete(loop.createTask(main));
        } catch (RuntimeException raised) {
            finish(loop);
            throw raised;
        }
        finish(loop);
        return result;
    }

    private void finish(EventLoop loop) {
        loop.cancelAllTasks();
        if (interpreter.options().python().atLeast(EXECUTOR_AWAITED_SINCE)) {
            loop.runUntilComplete(loop.createTask(loop.defaultExecutor().shutdown(null)));
        }
        loop.close();
    }

    /** {@code current_task()}: the task that runs in the loop of the calling thread, or null. */
    public @Nullable Task currentTask() {
        return runningLoop().currentTask();
    }

    /** {@code sleep(delay, result)}: a coroutine that takes so many seconds; zero gives way to the others once. */
    public Coroutine sleep(double seconds, @Nullable Object result) {
        return new Coroutine("sleep", SingleAwait.of(() -> beginSleep(seconds), nothing -> result));
    }

    private Progress beginSleep(double seconds) {
        if (seconds <= 0) {
            return Progress.GIVES_WAY;
        }
        EventLoop loop = runningLoop();
        Future over = loop.createFuture();
        loop.callLater(
                seconds,
                PyCallable.of(() -> {
                    if (!over.done()) {
                        over.setResult(null);
                    }
                }),
                List.of());
        return new Progress.Awaits(over);
    }

    /** {@code to_thread(function, *args, **kwargs)}: a coroutine that calls the function in the default executor. */
    public Coroutine toThread(
            PyCallable function,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs) {
        return new Coroutine(
                "to_thread",
                SingleAwait.of(
                        () -> {
                            Context context = interpreter.contexts().copy();
                            PyCallable call = (none, nothing) -> context.run(function, args, kwargs);
                            return new Progress.Awaits(runningLoop().runInExecutor(null, call, List.of()));
                        },
                        value -> value));
    }

    /** {@code wrap_future(future, loop=loop)}: a future of the loop that has the outcome of one of another thread. */
    public Future wrapFuture(dev.threadstone.reference.futures.Future source, EventLoop loop) {
        return Bridge.toLoop(source, loop);
    }

    /**
     * {@code run_coroutine_threadsafe(coroutine, loop)}: has another thread's loop run a coroutine.
     *
     * @throws RuntimeError if the loop is closed
     */
    public dev.threadstone.reference.futures.Future runCoroutineThreadsafe(Coroutine coroutine, EventLoop loop) {
        return Bridge.fromLoop(coroutine, loop);
    }

    void enter(ThreadState thread, EventLoop loop) {
        if (running.get(thread) != null) {
            throw new RuntimeError("Cannot run the event loop while another loop is running");
        }
        running.set(thread, loop);
    }

    void leave(ThreadState thread) {
        running.set(thread, null);
    }
}
