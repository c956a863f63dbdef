package dev.threadstone.reference.gil;

import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread of control in one interpreter. Attached, it holds the GIL and may run Python code; detached, it may block
 * without keeping anybody from running.
 *
 * <p>Thread-safety: but for the plain getters, all methods are called by the thread of control itself.
 *
 * <p>Source: Python C API reference, "Thread State and the Global Interpreter Lock".
 */
public final class ThreadState {

    private final Platform platform;
    private final PlatformThread platformThread;
    private final EvalLoop evalLoop;
    private final boolean main;
    private final WaitingForGil waitingForGil;
    private final ExceptionState exceptions = new ExceptionState();
    private final ArrayDeque<Runnable> atTheEnd = new ArrayDeque<>();
    private final CallStack callStack;
    private final TraceFunctions traceFunctions = new TraceFunctions();
    private final AtomicReference<@Nullable RuntimeException> requested = new AtomicReference<>();

    /** Touched by the thread itself only. */
    private final IdentityHashMap<ThreadSlot<?>, Object> slots = new IdentityHashMap<>();

    /** Touched by the thread itself only. */
    private boolean attached;

    private volatile boolean computing;
    private volatile long longestPause;

    /** Touched by the thread itself only. */
    private long computedUntil;

    ThreadState(Platform platform, EvalLoop evalLoop, RecursionLimit limit, boolean main) {
        this.platform = platform;
        this.platformThread = platform.current();
        this.evalLoop = evalLoop;
        this.main = main;
        this.callStack = new CallStack(limit);
        this.waitingForGil = new WaitingForGil(evalLoop.gil());
    }

    /** The platform's thread that this is the state of. */
    public PlatformThread platformThread() {
        return platformThread;
    }

    /** Whether signal handlers run in this thread. */
    public boolean isMain() {
        return main;
    }

    /** Whether this thread may run Python code now. */
    public boolean isAttached() {
        return attached;
    }

    /** The exceptions that it is handling. */
    public ExceptionState exceptions() {
        return exceptions;
    }

    /** Has something done when this thread leaves the interpreter, as the last that it does while attached. */
    public void whenItLeaves(Runnable action) {
        atTheEnd.add(action);
    }

    /** Does what was asked for by {@link #whenItLeaves}, once. Called by the thread itself, attached. */
    public void doLastThings() {
        for (Runnable action = atTheEnd.poll(); action != null; action = atTheEnd.poll()) {
            action.run();
        }
    }

    /** Blocks until this thread holds the GIL: {@code PyEval_RestoreThread}. Never returns if the interpreter has finalized. */
    public void attach() {
        evalLoop.gil().take(this);
        attached = true;
    }

    /** Gives the GIL back: {@code PyEval_SaveThread}. */
    public void detach() {
        attached = false;
        evalLoop.gil().release(this);
    }

    /**
     * What happens between two operations of Python code: other threads may get the GIL, and the main thread runs signal
     * handlers.
     *
     * @throws dev.threadstone.reference.errors.PythonException whatever a signal handler raised, or another thread requested
     */
    public void checkpoint() {
        evalLoop.checkpoint(this);
        RuntimeException error = requested.getAndSet(null);
        if (error != null) {
            throw error;
        }
    }

    /**
     * Has an exception raised at this thread's next checkpoint, instead of one that was requested before; null: none. Called
     * by any attached thread. A thread that blocks goes on blocking.
     */
    public void requestException(@Nullable RuntimeException error) {
        requested.set(error);
    }

    /** The calls that it is in. Others may look at them. */
    public CallStack callStack() {
        return callStack;
    }

    /** Who is told of its calls. */
    public TraceFunctions traceFunctions() {
        return traceFunctions;
    }

    /**
     * Calls a function: runs its body within a frame of its own, and tells the trace functions.
     *
     * @throws dev.threadstone.reference.errors.RecursionError if the calls would be nested too deep
     * @throws dev.threadstone.reference.errors.PythonException what the body raised, or a trace function
     */
    public <T> T call(Frame frame, Supplier<T> body) {
        callStack.enter(frame);
        try {
            return traceFunctions.around(frame, body);
        } finally {
            callStack.leave();
        }
    }

    /**
     * Runs instructions for so long a time of a processor: a loop with a checkpoint at every turn, which keeps the GIL until
     * somebody asks for it. Time in which another thread has the GIL does not count. In the main thread signal handlers run
     * meanwhile.
     *
     * @throws dev.threadstone.reference.errors.PythonException whatever a signal handler raised: the loop is over
     */
    public void compute(Duration processorTime) {
        checkpoint();
        Duration left = processorTime;
        computedUntil = platform.nowNanos();
        while (!left.isNegative() && !left.isZero()) {
            left = left.minus(computeUndisturbed(left));
        }
    }

    /**
     * As {@link #compute}, but only until this thread is unparked or somebody asks for the GIL; then that one has had it.
     *
     * @return how long this thread has computed
     */
    public Duration computeUndisturbed(Duration longest) {
        long start = platform.nowNanos();
        longestPause = Math.max(longestPause, start - computedUntil);
        computing = true;
        platform.park(Computing.WAITING, Deadline.after(platform, longest));
        long end = platform.nowNanos();
        computedUntil = end;
        evalLoop.gil().checkpoint(this);
        computing = false;
        evalLoop.makePendingCalls(this);
        return Duration.ofNanos(end - start);
    }

    /** A native computation that keeps the GIL from beginning to end, whoever asks for it. */
    public void computeUnasked(Duration processorTime) {
        checkpoint();
        long end = platform.nowNanos() + processorTime.toNanos();
        while (platform.nowNanos() < end) {
            platform.park(Computing.WAITING, new Deadline(end));
        }
    }

    /** How long it had to wait at most, while it computed, to go on with that; so far. */
    public Duration longestPause() {
        return Duration.ofNanos(longestPause);
    }

    /** Whether this thread runs instructions that take time, or waits for the GIL to go on with them. */
    boolean isComputing() {
        return computing;
    }

    /**
     * Runs code without the GIL, which it takes again afterwards: {@code Py_BEGIN_ALLOW_THREADS}. The code must touch no
     * Python object.
     */
    public <T> T allowThreads(Supplier<T> code) {
        detach();
        T result;
        try {
            result = code.get();
        } catch (RuntimeException failed) {
            attach();
            throw failed;
        }
        platform.point(evalLoop.gil(), Operation.ACQUIRE);
        attach();
        return result;
    }

    /**
     * Blocks without the GIL until a condition holds or the deadline is reached. Whoever makes the condition true must
     * unpark {@link #platformThread()} afterwards. In the main thread, signal handlers run meanwhile and the wait then goes
     * on for what is left of it.
     *
     * @param condition read by this thread while attached; must be visible between threads
     * @return whether the condition holds; checked once more at the deadline
     * @throws dev.threadstone.reference.errors.PythonException whatever a signal handler raised: the wait is over
     */
    public boolean waitUntil(BooleanSupplier condition, Waiting waiting, Deadline deadline) {
        Wakeup wakeup = block(condition, waiting, deadline);
        while (wakeup == Wakeup.PENDING_CALLS) {
            evalLoop.makePendingCalls(this);
            wakeup = block(condition, waiting, deadline);
        }
        return wakeup == Wakeup.CONDITION;
    }

    /**
     * As {@link #waitUntil}, but for waits that must withdraw before signal handlers run: returns when there are pending
     * calls, without making them.
     *
     * @return why it returned; that the condition holds goes before everything else
     */
    public Wakeup block(BooleanSupplier condition, Waiting waiting, Deadline deadline) {
        while (!condition.getAsBoolean()) {
            if (evalLoop.hasPendingCalls(this)) {
                return Wakeup.PENDING_CALLS;
            }
            if (deadline.isPast(platform)) {
                return Wakeup.DEADLINE;
            }
            // No finally: a thread that the platform ends in its park must not come for the GIL.
            detach();
            platform.park(waiting, deadline);
            attach();
        }
        return Wakeup.CONDITION;
    }

    /** As {@link #waitUntil}, but without limit and without running signal handlers: those wait until it is over. */
    public void waitUninterruptibly(BooleanSupplier condition, Waiting waiting) {
        while (!condition.getAsBoolean()) {
            detach();
            platform.park(waiting, Deadline.NEVER);
            attach();
        }
    }

    /** Makes the pending calls now, if this is the main thread: runs signal handlers, which may raise. */
    public void makePendingCalls() {
        evalLoop.makePendingCalls(this);
    }

    /** Why a blocked thread goes on. */
    public enum Wakeup {
        /** What it waited for has come. */
        CONDITION,
        /** Its time is up. */
        DEADLINE,
        /** It is the main thread, and signal handlers want to run. */
        PENDING_CALLS
    }

    Map<ThreadSlot<?>, Object> slots() {
        return slots;
    }

    WaitingForGil waitingForGil() {
        return waitingForGil;
    }

    @Override
    public String toString() {
        return platformThread.name();
    }
}
