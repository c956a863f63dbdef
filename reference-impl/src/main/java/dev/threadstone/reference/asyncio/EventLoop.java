package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.threading.SharedObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Python's event loop: runs callbacks and tasks, one at a time, in the thread that runs the loop.
 *
 * <p>Thread-safety: {@link #callSoonThreadsafe} may be called by any attached thread of the interpreter; all else belongs
 * to the thread of the loop. In debug mode {@link #callSoon}, {@link #callLater} and {@link #callAt} refuse other threads.
 *
 * <p>Source: Python library reference, {@code asyncio}, "Event Loop".
 */
public final class EventLoop extends SharedObject {

    private static final double NANOS = 1e9;

    private final Asyncio asyncio;
    private final Selector selector;
    private final DefaultExecutor defaultExecutor;
    private final ConcurrentLinkedQueue<Handle> ready = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListSet<TimerHandle> timers = new ConcurrentSkipListSet<>(
            Comparator.comparingDouble(TimerHandle::when).thenComparingLong(TimerHandle::number));
    private final AtomicLong timersMade = new AtomicLong();
    private final Set<Task> tasks = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ThreadState runner;
    private volatile @Nullable Task current;
    private volatile boolean stopping;
    private volatile boolean closed;
    private volatile boolean debug;

    /** A loop that does not run yet: {@code asyncio.new_event_loop()}. */
    EventLoop(Interpreter interpreter, Asyncio asyncio) {
        super(interpreter);
        this.asyncio = asyncio;
        this.selector = new Selector(interpreter.platform());
        this.defaultExecutor = new DefaultExecutor(this);
    }

    /** {@code call_soon(callback, *args)}: runs the callback at the next turn of the loop, in a copy of the caller's context. */
    public Handle callSoon(PyCallable callback, List<? extends @Nullable Object> args) {
        return callSoon(callback, args, interpreter().contexts().copy());
    }

    /**
     * {@code call_soon(callback, *args, context=context)}. Does not wake a loop that waits.
     *
     * @throws RuntimeError if the loop is closed; in debug mode, if the caller is not the loop's thread
     */
    public Handle callSoon(PyCallable callback, List<? extends @Nullable Object> args, Context context) {
        begin(Operation.WRITE);
        requireOpen();
        requireOwnThread();
        return enqueue(callback, args, context);
    }

    /**
     * {@code call_soon_threadsafe(callback, *args, context=context)}: as {@link #callSoon}, from any thread, and wakes the
     * loop.
     *
     * @throws RuntimeError if the loop is closed
     */
    public Handle callSoonThreadsafe(PyCallable callback, List<? extends @Nullable Object> args, Context context) {
        begin(Operation.NOTIFY);
        requireOpen();
        Handle handle = enqueue(callback, args, context);
        selector.wake();
        return handle;
    }

    /** {@code call_soon_threadsafe(callback, *args)}: in a copy of the caller's context. */
    public Handle callSoonThreadsafe(PyCallable callback, List<? extends @Nullable Object> args) {
        return callSoonThreadsafe(callback, args, interpreter().contexts().copy());
    }

    private Handle enqueue(PyCallable callback, List<? extends @Nullable Object> args, Context context) {
        Handle handle = new Handle(this, callback, args, context);
        ready.add(handle);
        return handle;
    }

    /** {@code call_later(delay, callback, *args)}, the delay in seconds; as {@link #callAt}. */
    public TimerHandle callLater(double delay, PyCallable callback, List<? extends @Nullable Object> args) {
        return callAt(time() + delay, callback, args);
    }

    /**
     * {@code call_at(when, callback, *args)}: runs the callback when the clock of the loop says so.
     *
     * @throws RuntimeError as {@link #callSoon}
     */
    public TimerHandle callAt(double when, PyCallable callback, List<? extends @Nullable Object> args) {
        begin(Operation.WRITE);
        requireOpen();
        requireOwnThread();
        TimerHandle handle = new TimerHandle(
                this,
                when,
                timersMade.incrementAndGet(),
                callback,
                args,
                interpreter().contexts().copy());
        timers.add(handle);
        return handle;
    }

    /** {@code time()}: the clock of the loop, in seconds. */
    public double time() {
        return interpreter().platform().nowNanos() / NANOS;
    }

    /** {@code create_future()}. */
    public Future createFuture() {
        return new Future(this);
    }

    /** {@code create_task(coroutine)}. */
    public Task createTask(Coroutine coroutine) {
        requireOpen();
        return new Task(this, coroutine);
    }

    /** {@code add_reader}: calls this in the loop each time after the bell was rung. */
    public void addReader(Doorbell bell, Runnable callback) {
        selector.watch(bell, callback);
    }

    /** {@code remove_reader}. */
    public void removeReader(Doorbell bell) {
        selector.unwatch(bell);
    }

    /**
     * {@code run_in_executor(executor, function, *args)}: has the function called at once.
     *
     * @param executor null: the default executor, which is made at its first use
     * @return a future of this loop
     * @throws RuntimeError if the loop is closed, or the default executor is wanted and was shut down
     */
    public Future runInExecutor(
            @Nullable Executor executor, PyCallable function, List<? extends @Nullable Object> args) {
        requireOpen();
        Executor chosen = executor == null ? defaultExecutor.get() : executor;
        return asyncio.wrapFuture(chosen.submit(function, args, Map.of()), this);
    }

    /** Its default executor. */
    public DefaultExecutor defaultExecutor() {
        return defaultExecutor;
    }

    /**
     * {@code add_signal_handler(signal, callback, *args)}: runs the callback in the loop when the signal has come.
     *
     * @throws RuntimeError if the caller is not the main thread
     */
    public void addSignalHandler(int signal, PyCallable callback, List<? extends @Nullable Object> args) {
        requireOpen();
        Context context = interpreter().contexts().copy();
        try {
            interpreter().signals().signal(signal, PyCallable.of(() -> callSoonThreadsafe(callback, args, context)));
        } catch (ValueError elsewhere) {
            throw new RuntimeError(String.valueOf(elsewhere.getMessage()));
        }
    }

    /**
     * {@code run_until_complete(future)}: runs the loop in the calling thread until the future is done.
     *
     * @return its result
     * @throws PythonException what it failed with
     * @throws RuntimeError if the loop is closed or runs already, or the thread runs another one
     */
    public @Nullable Object runUntilComplete(Future future) {
        requireStartable();
        future.addDoneCallback(PyCallable.of(() -> stopping = true));
        runForever();
        return future.result();
    }

    /** Runs until it is told to stop. No finally: what the platform ends in a park must end there. */
    private void runForever() {
        requireStartable();
        ThreadState thread = interpreter().current();
        asyncio.enter(thread, this);
        runner = thread;
        stopping = false;
        try {
            while (!stopping) {
                turn(thread);
            }
        } catch (RuntimeException escaped) {
            runner = null;
            asyncio.leave(thread);
            throw escaped;
        }
        runner = null;
        asyncio.leave(thread);
    }

    private void requireStartable() {
        requireOpen();
        if (runner != null) {
            throw new RuntimeError("This event loop is already running");
        }
    }

    private void turn(ThreadState thread) {
        interpreter().begin(this, Operation.WAIT);
        for (Runnable callback : selector.select(thread, nextDeadline())) {
            callback.run();
        }
        while (!timers.isEmpty() && isDue(timers.first())) {
            ready.add(timers.first());
            timers.remove(timers.first());
        }
        int count = ready.size();
        for (int index = 0; index < count; index++) {
            Handle handle = ready.poll();
            if (handle != null && !handle.cancelled()) {
                handle.run();
            }
        }
    }

    private Deadline nextDeadline() {
        if (!ready.isEmpty()) {
            return Deadline.after(interpreter().platform(), Duration.ZERO);
        }
        if (timers.isEmpty()) {
            return Deadline.NEVER;
        }
        double left = Math.max(0, timers.first().when() - time());
        return Deadline.after(interpreter().platform(), Duration.ofNanos((long) Math.ceil(left * NANOS)));
    }

    private boolean isDue(TimerHandle handle) {
        return handle.when() <= time() + 1 / NANOS;
    }

    /** Cancels all tasks and runs until they are done. */
    void cancelAllTasks() {
        List<Task> left = List.copyOf(tasks);
        left.forEach(Task::cancel);
        left.forEach(this::runUntilDone);
    }

    private void runUntilDone(Task task) {
        if (!task.done()) {
            task.addDoneCallback(PyCallable.of(() -> stopping = true));
            runForever();
        }
    }

    /** {@code close()}: takes no more callbacks; does not wait for the default executor. */
    public void close() {
        if (runner != null) {
            throw new RuntimeError("Cannot close a running event loop");
        }
        closed = true;
        defaultExecutor.abandon();
    }

    /** {@code is_closed()}. */
    public boolean isClosed() {
        return closed;
    }

    /** {@code is_running()}. */
    public boolean isRunning() {
        return runner != null;
    }

    /** {@code set_debug(enabled)}. */
    public void setDebug(boolean enabled) {
        debug = enabled;
    }

    /** The task that runs now, or null. */
    @Nullable Task currentTask() {
        return current;
    }

    @Nullable Task enter(Task task) {
        Task outer = current;
        current = task;
        return outer;
    }

    void leave(@Nullable Task outer) {
        current = outer;
    }

    Set<Task> tasks() {
        return tasks;
    }

    private void requireOpen() {
        if (closed) {
            throw new RuntimeError("Event loop is closed");
        }
    }

    private void requireOwnThread() {
        ThreadState owner = runner;
        if (debug && owner != null && owner != interpreter().current()) {
            throw new RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one");
        }
    }

    @Override
    protected String typeName() {
        return "asyncio.AbstractEventLoop";
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        return "<" + typeName() + " running=" + isRunning() + " closed=" + closed + " debug=" + debug + ">";
    }
}
