package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.Thread;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * All thread pools of one interpreter: what Python's module {@code concurrent.futures.thread} keeps. When the interpreter
 * exits, no pool takes a task any more, and the main thread waits until the workers have run what was accepted.
 *
 * <p>Thread-safety: used by attached threads of the interpreter.
 *
 * <p>Source: Python library reference, {@code concurrent.futures.ThreadPoolExecutor}.
 */
public final class ThreadPools {

    /** How many processors a pool counts on that nobody gave a size: those of the machine that is modelled. */
    public static final int USABLE_CPUS = 4;

    private static final int BEFORE_EXIT_CALLBACKS_SINCE = 9;

    private final Interpreter interpreter;
    private final AtomicInteger nextPool = new AtomicInteger();
    private final AtomicBoolean used = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Worker> workers = new ConcurrentLinkedQueue<>();
    private final Map<Reference<?>, Runnable> afterwards = new ConcurrentHashMap<>();
    private final Lock lock;
    private volatile boolean exiting;

    /** A worker and the queue that it takes its tasks from. */
    private record Worker(Thread thread, TaskQueue queue) {}

    /** No pools yet. */
    public ThreadPools(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.lock = new Lock(interpreter);
    }

    /**
     * Does what is to be done for pools and iterators of results that the collector of the JVM has reclaimed: idle workers of
     * such a pool end, and calls that have not begun are cancelled. Python's own collector does that by itself; the JVM's says
     * nothing, so that somebody has to ask: creating a pool does, and {@code gc.collect()} of an embedding should.
     */
    public void sweep() {
        for (Reference<?> reference : List.copyOf(afterwards.keySet())) {
            Runnable action = reference.refersTo(null) ? afterwards.remove(reference) : null;
            if (action != null) {
                action.run();
            }
        }
    }

    /** Has this done by {@link #sweep} once nobody refers to the object. The action must not refer to it either. */
    void whenReclaimed(Object object, Runnable action) {
        sweep();
        afterwards.put(new WeakReference<>(object), action);
    }

    /** Has the pool's workers end once nobody refers to it. The first pool has the interpreter's exit prepared. */
    void register(ThreadPoolExecutor pool, Runnable close) {
        whenReclaimed(pool, close);
        registerExit();
    }

    /** A prefix for the names of a pool's workers that no other pool has. */
    String newPrefix() {
        return "ThreadPoolExecutor-" + nextPool.getAndIncrement();
    }

    void add(Thread thread, TaskQueue queue) {
        workers.add(new Worker(thread, queue));
    }

    @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
    void remove(Thread thread) {
        workers.removeIf(worker -> worker.thread() == thread);
    }

    /**
     * Runs the code unless the interpreter is exiting, which cannot begin meanwhile.
     *
     * @throws RuntimeError if it is
     */
    <T> T unlessExiting(Supplier<T> code) {
        return lock.with(() -> {
            if (exiting) {
                throw new RuntimeError("cannot schedule new futures after interpreter shutdown");
            }
            return code.get();
        });
    }

    /** Before the exit callbacks since 3.9; in 3.8 as one of them. */
    private void registerExit() {
        if (!used.compareAndSet(false, true)) {
            return;
        }
        if (interpreter.options().python().atLeast(BEFORE_EXIT_CALLBACKS_SINCE)) {
            interpreter.threading().shutdownCallbacks().register(PyCallable.of(this::end));
        } else {
            interpreter.exitCallbacks().register(PyCallable.of(this::end));
        }
    }

    /** Takes no more tasks and blocks until the accepted ones have ended. */
    private void end() {
        List<Worker> present = lock.with(() -> {
            exiting = true;
            return new ArrayList<>(workers);
        });
        present.forEach(worker -> worker.queue().close());
        present.forEach(worker -> worker.thread().join());
    }
}
