package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.BrokenThreadPool;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code concurrent.futures.ThreadPoolExecutor}: threads that run submitted tasks, first come first served. A thread
 * is started when a task finds no idle one, until there are as many as allowed.
 *
 * <p>The interpreter exits only when every task that was accepted has ended. A pool that nobody refers to any more finishes
 * its tasks, and then its threads end: see {@link ThreadPools#sweep}.
 *
 * <p>Thread-safety: used by attached threads of its interpreter.
 *
 * <p>Source: Python library reference, {@code concurrent.futures.ThreadPoolExecutor}.
 */
@SuppressWarnings("this-escape") // It is registered as something to be reclaimed, which looks at nothing of it.
public class ThreadPoolExecutor extends Executor {

    private final WorkerCrew crew;

    /** A pool of so many threads at most: {@code ThreadPoolExecutor(max_workers)}. */
    public ThreadPoolExecutor(Interpreter interpreter, int maxWorkers) {
        this(interpreter, PoolOptions.NONE.withMaxWorkers(maxWorkers));
    }

    /**
     * A pool that has no thread yet.
     *
     * @throws ValueError if the size is zero or negative
     */
    public ThreadPoolExecutor(Interpreter interpreter, PoolOptions options) {
        super(interpreter);
        this.crew = new WorkerCrew(interpreter, options);
        interpreter.threadPools().register(this, crew::close);
    }

    /**
     * Has a worker call the function: {@code submit(fn, *args, **kwargs)}. Returns at once, however many tasks wait.
     *
     * @throws RuntimeError if the pool was shut down or the interpreter is exiting; or if a thread is needed and cannot be
     *     started: the task then waits for another one
     * @throws BrokenThreadPool if an initializer has failed
     */
    @Override
    public Future submit(
            PyCallable function,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs) {
        Future future = new Future(interpreter());
        crew.accept(new Task(future, function, args, kwargs));
        return future;
    }

    /**
     * Takes no more tasks; those that were accepted still run. May be repeated.
     *
     * @param wait whether to block until all tasks have ended and the threads, too
     * @param cancelFutures whether to cancel the tasks that have not begun
     * @throws RuntimeError if it is to wait and the caller is one of its threads
     * @throws dev.threadstone.reference.errors.PythonException in the main thread, whatever a signal handler raised
     */
    @Override
    public void shutdown(boolean wait, boolean cancelFutures) {
        if (cancelFutures) {
            crew.closeAndDrain().forEach(Task::cancel);
        } else {
            crew.close();
        }
        if (wait) {
            crew.join();
        }
    }

    /** {@code shutdown()}: waits for the tasks. */
    public void shutdown() {
        shutdown(true, false);
    }

    @Override
    public void label(String text) {
        super.label(text);
        crew.label(text);
    }

    @Override
    protected String typeName() {
        return "concurrent.futures.thread.ThreadPoolExecutor";
    }
}
