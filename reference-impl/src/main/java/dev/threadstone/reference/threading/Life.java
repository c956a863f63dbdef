package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.PythonFinalizationError;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.SpawnRefusedException;
import dev.threadstone.reference.platform.Waiting;
import dev.threadstone.reference.signals.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The life of one thread, from construction over start to its end. */
final class Life implements Waiting {

    private static final int NAMED_IN_KERNEL_SINCE = 14;
    private static final int REFUSES_HOPELESS_JOIN_SINCE = 14;

    private final Thread thread;
    private final Platform platform;
    private final Threading threading;
    private final boolean initialized;
    private final Flag ended;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.INITIAL);
    private volatile @Nullable PlatformThread carrier;

    /** What {@code repr} says about a thread. */
    private enum Stage {
        INITIAL,
        STARTED,
        STOPPED
    }

    Life(Thread thread) {
        this(thread, true);
    }

    /** The life of an object whose base constructor was skipped. */
    Life(Thread thread, Thread.BaseInit skipped) {
        this(thread, skipped != Thread.BaseInit.SKIPPED);
    }

    private Life(Thread thread, boolean initialized) {
        this.thread = thread;
        this.platform = thread.interpreter().platform();
        this.threading = thread.interpreter().threading();
        this.initialized = initialized;
        this.ended = new Flag(thread.interpreter());
    }

    void runsAlready(ThreadState running) {
        carrier = running.platformThread();
        stage.set(Stage.STARTED);
    }

    /** It has ended without having run here. */
    void lost(ThreadState caller) {
        stop(caller);
    }

    void start() {
        if (!initialized) {
            throw new RuntimeError("thread.__init__() not called");
        }
        if (isStarted()) {
            throw new RuntimeError("threads can only be started once");
        }
        threading.requireThreadsAllowed();
        if (!stage.compareAndSet(Stage.INITIAL, Stage.STARTED)) {
            throw new RuntimeError("threads can only be started once");
        }
        threading.registry().addStarting(thread);
        try {
            carrier = spawn();
        } catch (SpawnRefusedException refused) {
            threading.registry().removeStarting(thread);
            stage.set(Stage.INITIAL);
            throw new RuntimeError("can't start new thread");
        }
    }

    private PlatformThread spawn() {
        Context context = thread.contextToStartIn();
        Set<Signal> mask = thread.interpreter().signals().mask();
        return platform.spawn(thread.currentName(), threading.stackSizeSetting(), () -> bootstrap(context, mask));
    }

    /** The body of the new thread of control. No finally: what the platform ends in a park must end there. */
    private void bootstrap(@Nullable Context context, Set<Signal> mask) {
        ThreadState state = thread.interpreter().threadStates().create();
        thread.interpreter().signals().inherit(state, mask);
        carrier = state.platformThread();
        state.attach();
        platform.point(threading.registry(), Operation.WRITE);
        threading.registry().started(thread, state.platformThread().id());
        nameInKernel(state);
        threading.traceHook().installIn(state);
        threading.profileHook().installIn(state);
        try {
            runIn(context);
        } catch (RuntimeException failed) {
            threading.exceptHooks().invoke(thread, PythonException.from(failed));
        }
        end(state);
        thread.interpreter().threadStates().leave(state);
    }

    private void nameInKernel(ThreadState state) {
        if (thread.interpreter().options().python().atLeast(NAMED_IN_KERNEL_SINCE)) {
            thread.interpreter().kernelTasks().rename(state.platformThread(), thread.currentName());
        }
    }

    /** The thread was renamed: if it did so itself, the kernel learns of it. */
    void renamed(ThreadState caller) {
        if (caller.platformThread().equals(carrier) && isAlive()) {
            nameInKernel(caller);
        }
    }

    @Nullable Long nativeId() {
        PlatformThread runner = carrier;
        return runner == null ? null : thread.interpreter().kernelTasks().numberOf(runner);
    }

    private void runIn(@Nullable Context context) {
        if (context == null) {
            thread.run();
        } else {
            context.run(PyCallable.of(thread::run), List.of(), Map.of());
        }
    }

    /** Releases what the thread has of its own, then marks it as ended and releases those who join it. */
    void end(ThreadState state) {
        platform.point(threading.registry(), Operation.WRITE);
        threading.registry().remove(state.platformThread().id());
        state.doLastThings();
        stop(state);
    }

    /** Marks the thread as ended without taking it out of the enumeration. */
    void stop(ThreadState state) {
        platform.point(thread, Operation.NOTIFY);
        stage.set(Stage.STOPPED);
        ended.set(state);
    }

    void requireInitialized() {
        if (!initialized) {
            throw new RuntimeError("Thread.__init__() not called");
        }
    }

    void requireJoinableBy(ThreadState caller) {
        requireInitialized();
        if (!isStarted()) {
            throw new RuntimeError("cannot join thread before it is started");
        }
        if (caller.platformThread().equals(carrier) && isAlive()) {
            throw new RuntimeError("cannot join current thread");
        }
    }

    /** Blocks until the thread has ended. Once the interpreter finalizes, a thread that lives will not end any more. */
    void join(ThreadState caller, Deadline deadline) {
        Interpreter interpreter = thread.interpreter();
        if (isAlive()
                && interpreter.isFinalizing()
                && interpreter.options().python().atLeast(REFUSES_HOPELESS_JOIN_SINCE)) {
            throw new PythonFinalizationError("cannot join thread at interpreter shutdown");
        }
        ended.await(caller, this, deadline);
    }

    boolean isInitialized() {
        return initialized;
    }

    boolean isStarted() {
        return stage.get() != Stage.INITIAL;
    }

    boolean isAlive() {
        return stage.get() == Stage.STARTED;
    }

    @Nullable Long ident() {
        PlatformThread runner = carrier;
        return runner == null ? null : runner.id();
    }

    String stage() {
        return stage.get().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String what() {
        return "the end of thread " + thread.currentName();
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return carrier;
    }
}
