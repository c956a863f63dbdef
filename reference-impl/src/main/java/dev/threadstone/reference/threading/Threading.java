package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.PythonFinalizationError;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.gil.Frame;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.gil.TraceKind;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Python's {@code threading} module, for one interpreter.
 *
 * <p>Thread-safety: used by attached threads of the interpreter. Only {@link #shutdown} blocks.
 *
 * <p>Source: Python library reference, {@code threading}.
 */
public final class Threading {

    private static final int TARGET_IN_NAME_SINCE = 10;
    private static final int MAIN_IS_INITIAL_SINCE = 13;
    private static final int NO_LATE_THREADS_SINCE = 12;
    private static final int FINALIZATION_ERROR_SINCE = 13;
    private static final long SMALLEST_STACK = 32_768;

    private final Interpreter interpreter;
    private final ThreadRegistry registry = new ThreadRegistry();
    private final ExceptHooks exceptHooks;
    private final LowLevel lowLevel;
    private final ShutdownCallbacks shutdownCallbacks = new ShutdownCallbacks();
    private final DeprecatedNames deprecatedNames;
    private final TraceHook traceHook;
    private final TraceHook profileHook;
    private final AtomicInteger lastNumber = new AtomicInteger();
    private volatile @Nullable Thread mainThread;
    private volatile long stackSize;
    private volatile boolean closed;

    /** The module of an interpreter that has not started yet. */
    public Threading(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.exceptHooks = new ExceptHooks(interpreter);
        this.lowLevel = new LowLevel(interpreter);
        this.traceHook = new TraceHook(interpreter, TraceKind.TRACE);
        this.profileHook = new TraceHook(interpreter, TraceKind.PROFILE);
        this.deprecatedNames = new DeprecatedNames(interpreter);
    }

    /** {@code current_thread()}: the caller's own object; a dummy if it was not started through {@link Thread}. */
    public Thread currentThread() {
        return called("current_thread", () -> threadOf(interpreter.current()));
    }

    /** Whether it has a main thread yet. */
    public boolean hasMainThread() {
        return mainThread != null;
    }

    /** {@code main_thread()}. */
    public Thread mainThread() {
        Thread main = mainThread;
        if (main == null) {
            throw new IllegalStateException("The interpreter has no main thread yet: start it first.");
        }
        return main;
    }

    /** {@code enumerate()}: the threads that live, daemonic or not, and the main thread. */
    public List<Thread> enumerate() {
        return called("enumerate", () -> {
            interpreter.begin(registry, Operation.READ);
            return registry.all();
        });
    }

    /** {@code active_count()}: how many {@link #enumerate} lists. */
    public int activeCount() {
        return called("active_count", () -> enumerate().size());
    }

    /** {@code get_ident()}: the caller's identifier, never 0. */
    public long getIdent() {
        return interpreter.current().platformThread().id();
    }

    /** {@code get_native_id()}: the number that the platform gave the calling thread. */
    public long getNativeId() {
        return interpreter.kernelTasks().numberOf(interpreter.current().platformThread());
    }

    /** {@code settrace} and its kin. */
    public TraceHook traceHook() {
        return traceHook;
    }

    /** {@code setprofile} and its kin. */
    public TraceHook profileHook() {
        return profileHook;
    }

    /** Runs one of the module's functions, which are written in Python: trace functions are told of them. */
    <T> T called(String function, Supplier<T> body) {
        return interpreter.current().call(new Frame("threading", function), body);
    }

    /**
     * The module as an importing thread gets it that is the first to do so. Until 3.12 it took that thread for the main one.
     */
    public Threading importedAfresh() {
        Threading imported = new Threading(interpreter);
        boolean knowsTheInitialThread = interpreter.options().python().atLeast(MAIN_IS_INITIAL_SINCE);
        imported.enterMain(knowsTheInitialThread ? interpreter.threadStates().main() : interpreter.current());
        return imported;
    }

    /** {@code excepthook} and its original. */
    public ExceptHooks exceptHooks() {
        return exceptHooks;
    }

    /** The module {@code _thread}. */
    public LowLevel lowLevel() {
        return lowLevel;
    }

    /** What is called at shutdown before threads are waited for. */
    public ShutdownCallbacks shutdownCallbacks() {
        return shutdownCallbacks;
    }

    /** The names of before Python 3.10. */
    public DeprecatedNames deprecatedNames() {
        return deprecatedNames;
    }

    /**
     * {@code stack_size(bytes)}: sets the stack size of threads that start later; 0 is the platform's default.
     *
     * @return the setting until now
     * @throws ValueError for a negative size and for a positive one below 32 KiB
     */
    public long stackSize(long bytes) {
        if (bytes != 0 && bytes < SMALLEST_STACK) {
            throw new ValueError("size not valid: " + bytes + " bytes");
        }
        long previous = stackSize;
        stackSize = bytes;
        return previous;
    }

    /** Makes the calling thread the main thread of the module. */
    public void enterMain(ThreadState state) {
        Thread main = new MainThread(interpreter, state);
        mainThread = main;
        registry.started(main, state.platformThread().id());
    }

    /**
     * {@code _shutdown()}: the main thread counts as ended, calls the {@linkplain #shutdownCallbacks shutdown callbacks}, and
     * blocks until no other non-daemon thread lives.
     */
    public void shutdown(ThreadState main) {
        mainThread().life().stop(main);
        shutdownCallbacks.run();
        Optional<Thread> next = firstToWaitFor();
        while (next.isPresent()) {
            next.get().life().join(main, Deadline.NEVER);
            next = firstToWaitFor();
        }
    }

    /** The interpreter has waited for its threads; from 3.12 on no other can be started any more. */
    public void refuseNewThreads() {
        closed = interpreter.options().python().atLeast(NO_LATE_THREADS_SINCE);
    }

    /** Ends the stay of a thread that was not started through {@link Thread}; gives the GIL back. */
    public void leave(ThreadState state) {
        Thread dummy = registry.find(state.platformThread().id());
        if (dummy != null) {
            dummy.life().end(state);
        }
        interpreter.threadStates().leave(state);
    }

    /**
     * Refuses a fork where none is allowed any more.
     *
     * @throws RuntimeError as {@link Thread#start} does, once the interpreter has waited for its threads
     */
    public void requireForkAllowed() {
        if (interpreter.isFinalizing() || closed) {
            throw atShutdown("can't fork at interpreter shutdown");
        }
    }

    /** The copy that a forked child has of a thread that runs in the parent only: it has ended. */
    public Thread lostInFork(Thread ofParent) {
        Thread copy = new Thread(interpreter, ThreadOptions.NONE.withName(ofParent.currentName()));
        copy.life().lost(interpreter.current());
        return copy;
    }

    /** Refuses a new thread where none is allowed, or none any more. */
    void requireThreadsAllowed() {
        if (!interpreter.options().allowThreads()) {
            throw new RuntimeError("thread is not supported for isolated subinterpreters");
        }
        if (interpreter.isFinalizing() || closed) {
            throw atShutdown("can't create new thread at interpreter shutdown");
        }
    }

    private PythonException atShutdown(String message) {
        return interpreter.options().python().atLeast(FINALIZATION_ERROR_SINCE)
                ? new PythonFinalizationError(message)
                : new RuntimeError(message);
    }

    private Optional<Thread> firstToWaitFor() {
        return registry.all().stream()
                .filter(thread -> !thread.daemonFlag() && thread.life().isAlive())
                .findFirst();
    }

    private Thread threadOf(ThreadState state) {
        long ident = state.platformThread().id();
        Thread known = registry.find(ident);
        if (known != null) {
            return known;
        }
        Thread dummy = new DummyThread(interpreter, "Dummy-" + lastNumber.incrementAndGet(), state);
        registry.started(dummy, ident);
        return dummy;
    }

    ThreadRegistry registry() {
        return registry;
    }

    long stackSizeSetting() {
        return stackSize;
    }

    boolean inheritedDaemonFlag() {
        return interpreter.threadStates().isCallerAttached() && currentThread().daemonFlag();
    }

    /** {@code Thread-N}, or {@code Thread-N (target)} where the level has it and the target has a name. */
    String newName(@Nullable PyCallable target) {
        String generated = "Thread-" + lastNumber.incrementAndGet();
        String targetName = target == null ? null : target.name();
        boolean shown = targetName != null && interpreter.options().python().atLeast(TARGET_IN_NAME_SINCE);
        return shown ? generated + " (" + targetName + ")" : generated;
    }
}
