package dev.threadstone.reference;

import dev.threadstone.reference.asyncio.Asyncio;
import dev.threadstone.reference.context.Contexts;
import dev.threadstone.reference.debugging.FaultHandler;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.Warnings;
import dev.threadstone.reference.futures.ThreadPools;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.Gil;
import dev.threadstone.reference.gil.PendingCalls;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.gil.ThreadStates;
import dev.threadstone.reference.imports.Modules;
import dev.threadstone.reference.logging.Logging;
import dev.threadstone.reference.memory.Heap;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.signals.Signals;
import dev.threadstone.reference.threading.Threading;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Python interpreter, as far as threads are concerned: its lock, its thread states, its modules {@code threading},
 * {@code signal} and {@code atexit}, its standard streams and its end.
 *
 * <p>{@link #start} runs a main body in the main thread. When it ends, the main thread waits for the non-daemon threads,
 * calls the exit callbacks, and then nobody runs Python code any more: daemon threads stop where they stand.
 *
 * <pre>{@code
 * try (var platform = RealPlatform.create(1)) {
 *     var interpreter = new Interpreter(platform, InterpreterOptions.DEFAULTS);
 *     interpreter.start(PyCallable.of(() -> {
 *         var lock = new Lock(interpreter);
 *         lock.acquire();
 *         var worker = new Thread(interpreter, PyCallable.of(() -> {
 *             if (!lock.acquire(Timeout.of(2, MILLISECONDS))) {
 *                 interpreter.stdout().write("too late");
 *             }
 *         }));
 *         worker.start();
 *         worker.join();
 *     }));
 *     while (interpreter.exit().isEmpty()) {
 *         platform.elapse(Duration.ofMillis(1), Duration.ofSeconds(30));
 *     }
 * }
 * }</pre>
 *
 * <p>Thread-safety: accessors, {@link #start}, {@link #exit} and {@link Signals#deliver} may be called from any thread, also
 * from outside of the platform. Everything that touches Python objects needs an attached thread of this interpreter.
 *
 * <p>Source: Python C API reference, "Initialization, Finalization, and Threads".
 */
public final class Interpreter {

    private static final long FIRST_ADDRESS = 0x7f00_0000_0000L;
    private static final long OBJECT_SIZE = 0x40;

    private final Platform platform;
    private final InterpreterOptions options;
    private final Gil gil;
    private final PendingCalls pendingCalls = new PendingCalls();
    private final ThreadStates threadStates;
    private final KernelTasks kernelTasks;
    private final FinalizationGuards guards = new FinalizationGuards();
    private final Signals signals;
    private final Threading threading;
    private final Contexts contexts = new Contexts(this);
    private final Asyncio asyncio = new Asyncio(this);
    private final ThreadPools threadPools;
    private final Warnings warnings = new Warnings();
    private final TextStream stdout = new TextStream(true);
    private final TextStream stderr = new TextStream(false);
    private final Logging logging = new Logging(this, stderr);
    private final ExitCallbacks exitCallbacks = new ExitCallbacks(stderr);
    private final ConcurrentLinkedQueue<Interpreter> children = new ConcurrentLinkedQueue<>();
    private final PythonTime time = new PythonTime(this);
    private final Heap heap = new Heap(this);
    private final FaultHandler faultHandler;
    private final Modules modules;
    private final AtomicLong nextAddress = new AtomicLong(FIRST_ADDRESS);
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicReference<@Nullable Exit> exit = new AtomicReference<>();
    private final UnraisableHook unraisableHook = new UnraisableHook(stderr);
    private volatile @Nullable TextStream errorStream = stderr;
    private volatile Consumer<PythonException> excepthook = this::printUncaught;

    /** An interpreter that runs nothing yet. */
    public Interpreter(Platform platform, InterpreterOptions options) {
        this(platform, options, true);
    }

    private Interpreter(Platform platform, InterpreterOptions options, boolean mainInterpreter) {
        this.platform = platform;
        this.options = options;
        this.gil = new Gil(platform, options.build() == Build.GIL, options.switchInterval(), options.eagerSwitching());
        this.threadStates = new ThreadStates(platform, gil, pendingCalls);
        this.kernelTasks = new KernelTasks(threadStates);
        this.signals =
                new Signals(platform, threadStates, pendingCalls, mainInterpreter, signal -> exitNow(-signal.number()));
        this.faultHandler = new FaultHandler(platform, threadStates, signals, () -> exitNow(1));
        this.threading = new Threading(this);
        this.modules = new Modules(this);
        this.threadPools = new ThreadPools(this);
    }

    /**
     * Runs the body in the main thread, which is created here, and returns at once.
     *
     * @throws dev.threadstone.reference.platform.SpawnRefusedException if the platform refuses the main thread
     * @throws IllegalStateException if it was started before
     */
    public void start(PyCallable body) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "The interpreter was started before: make a new one for a second main body.");
        }
        platform.spawn("MainThread", 0, new MainProgram(this, body)::run);
    }

    /** A new interpreter in the same process, with options of its own. Runs nothing yet. */
    public Subinterpreter newSubinterpreter(InterpreterOptions subOptions) {
        Interpreter child = new Interpreter(platform, subOptions, false);
        children.add(child);
        return new Subinterpreter(this, child);
    }

    /** How the interpreter ended; empty while it lives. */
    public Optional<Exit> exit() {
        return Optional.ofNullable(exit.get());
    }

    /**
     * {@code os._exit(status)}: ends the interpreter at once, from any thread, without waiting for threads, calling exit
     * callbacks or flushing anything. A thread of the interpreter that calls this stops at its next checkpoint.
     */
    public void exitNow(int status) {
        close(null);
        exit.compareAndSet(null, new Exit(status, stdout.flushed(), stderr.text()));
    }

    /** Waits for non-daemon threads, calls the exit callbacks, and lets nobody but the main thread run any more. */
    void end(ThreadState main, int status) {
        try {
            threading.shutdown(main);
        } catch (RuntimeException interrupted) {
            stderr.write("Exception ignored in: <module 'threading'>\n"
                    + PythonException.from(interrupted).traceback());
        }
        threading.refuseNewThreads();
        exitCallbacks.run();
        guards.close(main);
        close(main);
        heap.clearModules();
        stdout.flush();
        exit.compareAndSet(null, new Exit(status, stdout.text(), stderr.text()));
    }

    private void close(@Nullable ThreadState survivor) {
        guards.closeNow();
        gil.closeFor(survivor);
        children.forEach(child -> child.gil.closeFor(null));
    }

    /** {@code sys.is_finalizing()}: true once only the main thread can run. */
    public boolean isFinalizing() {
        return gil.isClosed();
    }

    /** Tells {@code sys.excepthook} of an exception that nobody caught. */
    public void reportUncaught(PythonException uncaught) {
        try {
            excepthook.accept(uncaught);
        } catch (RuntimeException failed) {
            stderr.write("Error in sys.excepthook:\n"
                    + PythonException.from(failed).traceback() + "\nOriginal exception was:\n" + uncaught.traceback());
        }
    }

    /** Installs {@code sys.excepthook}; null restores the original, which prints to the error stream. */
    public void excepthook(@Nullable Consumer<PythonException> hook) {
        excepthook = hook == null ? this::printUncaught : hook;
    }

    private void printUncaught(PythonException uncaught) {
        stderr.write(uncaught.traceback());
    }

    /** The machine that it runs on. */
    public Platform platform() {
        return platform;
    }

    /** What was chosen about it. */
    public InterpreterOptions options() {
        return options;
    }

    /** Its lock. */
    public Gil gil() {
        return gil;
    }

    /** Calls that its main thread makes at its next checkpoint. */
    public PendingCalls pendingCalls() {
        return pendingCalls;
    }

    /** Its threads as the operating system knows them. */
    public KernelTasks kernelTasks() {
        return kernelTasks;
    }

    /** What keeps it from being finalized. */
    FinalizationGuards guards() {
        return guards;
    }

    /** Its thread states. */
    public ThreadStates threadStates() {
        return threadStates;
    }

    /**
     * The state of the calling thread.
     *
     * @throws IllegalStateException if the caller is no attached thread of this interpreter
     */
    public ThreadState current() {
        return threadStates.current();
    }

    /**
     * Begins an operation of the calling thread on a shared object: a checkpoint, then a scheduling point. What follows up
     * to the next one is a single step of the thread.
     *
     * @return the state of the calling thread
     * @throws IllegalStateException as {@link #current()}
     * @throws PythonException whatever a signal handler raised
     */
    public ThreadState begin(Object shared, Operation operation) {
        ThreadState thread = current();
        thread.checkpoint();
        platform.point(shared, operation);
        return thread;
    }

    /** Its {@code threading} module. */
    public Threading threading() {
        return threading;
    }

    /** Its {@code asyncio} module. */
    public Asyncio asyncio() {
        return asyncio;
    }

    /** Its {@code contextvars} module. */
    public Contexts contexts() {
        return contexts;
    }

    /** Its {@code concurrent.futures.thread} module. */
    public ThreadPools threadPools() {
        return threadPools;
    }

    /** Its {@code signal} module. */
    public Signals signals() {
        return signals;
    }

    /** Its {@code time} module. */
    public PythonTime time() {
        return time;
    }

    /** Its {@code atexit} module. */
    public ExitCallbacks exitCallbacks() {
        return exitCallbacks;
    }

    /** Its {@code faulthandler} module. */
    public FaultHandler faultHandler() {
        return faultHandler;
    }

    /** Its {@code logging} module. */
    public Logging logging() {
        return logging;
    }

    /** The warnings that it has issued. */
    public Warnings warnings() {
        return warnings;
    }

    /** Its standard output. */
    public TextStream stdout() {
        return stdout;
    }

    /** Its standard error. */
    public TextStream stderr() {
        return stderr;
    }

    /** {@code sys.stderr}: where hooks write their reports; null is {@code None}. */
    public @Nullable TextStream errorStream() {
        return errorStream;
    }

    /** Assigns {@code sys.stderr}. */
    public void errorStream(@Nullable TextStream stream) {
        errorStream = stream;
    }

    /** Its modules. */
    public Modules modules() {
        return modules;
    }

    /** Its objects that have finalizers. */
    public Heap heap() {
        return heap;
    }

    /** {@code sys.unraisablehook}. */
    public UnraisableHook unraisableHook() {
        return unraisableHook;
    }

    /** What makes operations on one object of this interpreter indivisible. */
    public CriticalSection newCriticalSection() {
        return new CriticalSection(platform, gil);
    }

    /** An address that no other object of this interpreter has. */
    public long nextAddress() {
        return nextAddress.getAndAdd(OBJECT_SIZE);
    }
}
