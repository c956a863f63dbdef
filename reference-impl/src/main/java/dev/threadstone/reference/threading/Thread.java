package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.TextStream;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.errors.PythonAssertionError;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.Thread}. Constructing runs nothing; {@link #start} runs {@link #run} in a thread of its own,
 * once. An exception that leaves {@code run} goes to the excepthook in that thread and nowhere else.
 *
 * <p>Subclasses may override {@link #run}.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread. It may be constructed
 * from outside of the interpreter as well and then inherits from the main thread.
 *
 * <p>Source: Python library reference, {@code threading.Thread}.
 */
// Python's own name is what this library is about; the life of a thread touches it only after the start.
@SuppressWarnings({"JavaLangClash", "this-escape"})
public class Thread extends SharedObject {

    private static final int FALSY_TARGETS_SINCE = 10;

    private final Life life;
    private final @Nullable TextStream errorStream;
    private volatile String name;
    private volatile boolean daemon;
    private @Nullable PyCallable target;
    private @Nullable List<? extends @Nullable Object> args;
    private @Nullable Map<String, ? extends @Nullable Object> kwargs;
    private @Nullable Context context;

    /** A thread that does nothing: {@code Thread()}. */
    public Thread(Interpreter interpreter) {
        this(interpreter, ThreadOptions.NONE);
    }

    /** A thread that calls this without arguments: {@code Thread(target=target)}. */
    public Thread(Interpreter interpreter, PyCallable target) {
        this(interpreter, ThreadOptions.target(target));
    }

    /**
     * A thread as the options say.
     *
     * @throws PythonAssertionError if a group is given
     * @throws RuntimeError if a daemon thread is wanted and the interpreter does not allow any
     */
    public Thread(Interpreter interpreter, ThreadOptions options) {
        super(interpreter);
        this.errorStream = interpreter.errorStream();
        if (options.group() != null) {
            throw new PythonAssertionError("group argument must be None for now");
        }
        Boolean wanted = options.daemon();
        this.daemon = wanted == null ? interpreter.threading().inheritedDaemonFlag() : wanted;
        requireDaemonAllowed(Boolean.TRUE.equals(wanted));
        this.name = options.name() != null
                ? options.name()
                : interpreter.threading().newName(options.target());
        this.target = options.target();
        this.args = options.args();
        this.kwargs = options.kwargs();
        this.context = options.context();
        this.life = new Life(this);
    }

    /**
     * An object of a subclass whose {@code __init__} does not call this class's. It can be neither started nor joined, and
     * its attributes raise {@link PythonAssertionError}.
     */
    protected Thread(Interpreter interpreter, BaseInit skipped) {
        super(interpreter);
        this.errorStream = null;
        this.name = skipped.name();
        this.life = new Life(this, skipped);
    }

    /** A thread that runs already: the main thread, or one that was not started through this class. */
    Thread(Interpreter interpreter, String name, boolean daemon, ThreadState running) {
        super(interpreter);
        this.errorStream = interpreter.errorStream();
        this.name = name;
        this.daemon = daemon;
        this.life = new Life(this);
        life.runsAlready(running);
    }

    /** Says that a subclass did not call {@code Thread.__init__}. */
    protected enum BaseInit {
        SKIPPED
    }

    /**
     * The activity: calls the target. May be called directly and then runs in the calling thread. The target and its
     * arguments are forgotten afterwards.
     */
    public void run() {
        try {
            callTarget();
        } finally {
            target = null;
            args = null;
            kwargs = null;
        }
    }

    private void callTarget() {
        PyCallable callee = target;
        List<? extends @Nullable Object> positional = args;
        Map<String, ? extends @Nullable Object> keywords = kwargs;
        if (positional == null || keywords == null) {
            throw new AttributeError("'" + typeName() + "' object has no attribute '_target'");
        }
        boolean onlyNoneIsNoTarget = interpreter().options().python().atLeast(FALSY_TARGETS_SINCE);
        if (callee != null && (onlyNoneIsNoTarget || callee.truth())) {
            callee.call(positional, keywords);
        }
    }

    /**
     * Starts the activity in a new thread of control and returns without waiting for it. {@link #ident} is known then.
     *
     * @throws RuntimeError if the thread was started before, if the platform refuses a new thread, if the interpreter
     *     allows none, or if the base constructor was not called
     * @throws dev.threadstone.reference.errors.PythonFinalizationError if the interpreter is finalizing (3.12 and before:
     *     RuntimeError)
     */
    public void start() {
        interpreter().threading().called("start", () -> {
            begin(Operation.WRITE);
            life.start();
            return true;
        });
    }

    /** Blocks until the thread has ended. Does not tell how. */
    public void join() {
        join(null);
    }

    /**
     * Blocks until the thread has ended or the timeout has run out; {@link #isAlive} tells which.
     *
     * @param timeout zero and negative: does not wait; null: no limit
     * @throws RuntimeError if the thread is the caller, was not started, is not joinable, or if the base constructor was
     *     not called
     * @throws dev.threadstone.reference.errors.PythonFinalizationError if the interpreter finalizes and the thread lives, so
     *     that it will not end any more (3.13 and before: blocks for good)
     * @throws dev.threadstone.reference.errors.OverflowError for a timeout above {@link Timeout#MAX_SECONDS}
     * @throws dev.threadstone.reference.errors.ValueError for a timeout that is not a number
     * @throws PythonException in the main thread, whatever a signal handler raised meanwhile; the thread stays joinable
     */
    public void join(@Nullable Timeout timeout) {
        ThreadState caller = begin(Operation.WAIT);
        requireJoinable();
        life.requireJoinableBy(caller);
        life.join(
                caller,
                timeout == null
                        ? Deadline.NEVER
                        : timeout.deadline(interpreter().platform()));
    }

    /** Refuses joins that this kind of thread does not allow. */
    void requireJoinable() {}

    /** Whether the thread has been started and has not ended. Never blocks. */
    public final boolean isAlive() {
        beginInitialized(Operation.READ);
        return life.isAlive();
    }

    /** Whether the interpreter exits without waiting for this thread. */
    public final boolean isDaemon() {
        beginInitialized(Operation.READ);
        return daemon;
    }

    /**
     * Changes the daemon flag.
     *
     * @throws RuntimeError once the thread has been started, and for true if the interpreter allows no daemon threads
     */
    public final void setDaemon(boolean value) {
        begin(Operation.WRITE);
        life.requireInitialized();
        if (life.isStarted()) {
            throw new RuntimeError("cannot set daemon status of active thread");
        }
        requireDaemonAllowed(value);
        daemon = value;
    }

    /** Its name: a label, not unique. */
    public final String name() {
        beginInitialized(Operation.READ);
        return name;
    }

    /** Gives it another name, at any time. The operating system learns of it from 3.14 on, if the thread does so itself. */
    public final void setName(String value) {
        beginInitialized(Operation.WRITE);
        name = value;
        life.renamed(interpreter().current());
    }

    /** The identifier that {@code get_ident} gives inside of it; null before the start. */
    public final @Nullable Long ident() {
        beginInitialized(Operation.READ);
        return life.ident();
    }

    /** The number that the operating system gave the thread of control; null before the start. */
    public final @Nullable Long nativeId() {
        beginInitialized(Operation.READ);
        return life.nativeId();
    }

    /** Begins an operation that asserts nothing but that the base constructor was called. */
    private void beginInitialized(Operation operation) {
        begin(operation);
        if (!life.isInitialized()) {
            throw new PythonAssertionError("Thread.__init__() not called");
        }
    }

    private void requireDaemonAllowed(boolean wanted) {
        if (wanted && !interpreter().options().allowDaemonThreads()) {
            throw new RuntimeError("daemon threads are disabled in this (sub)interpreter");
        }
    }

    /** The daemon flag, for the module itself and for observers from outside. */
    boolean daemonFlag() {
        return daemon;
    }

    /** The name, likewise. */
    String currentName() {
        return name;
    }

    /** What the thread is to run in, chosen by its starter; null: a context of its own. */
    @Nullable Context contextToStartIn() {
        if (context == null && interpreter().options().inheritsContext()) {
            return interpreter().contexts().copy();
        }
        return context;
    }

    /** The error stream of when it was made. */
    @Nullable TextStream errorStream() {
        return errorStream;
    }

    Life life() {
        return life;
    }

    @Override
    protected String typeName() {
        return "Thread";
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        Long ident = life.ident();
        return "<" + typeName() + "(" + name + ", " + life.stage() + (daemon ? " daemon" : "")
                + (ident == null ? "" : " " + ident) + ")>";
    }
}
