package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.BrokenThreadPool;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.logging.Logger;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one pool and what they work on. They keep this alive, and not the pool, so that a pool can be reclaimed while
 * its threads still run.
 */
final class WorkerCrew {

    private static final String BROKEN = "A thread initializer failed, the thread pool is not usable anymore";
    private static final int DEFAULT_SURPLUS = 4;
    private static final int DEFAULT_LIMIT = 32;
    private static final int DAEMONS_UNTIL = 9;

    private final Interpreter interpreter;
    private final ThreadPools pools;
    private final PoolOptions options;
    private final int size;
    private final String namePrefix;
    private final TaskQueue queue;
    private final Lock lock;
    private final List<Thread> workers = new ArrayList<>();
    private boolean closed;
    private boolean broken;

    WorkerCrew(Interpreter interpreter, PoolOptions options) {
        this.interpreter = interpreter;
        this.pools = interpreter.threadPools();
        this.options = options;
        this.size = size(options.maxWorkers());
        this.namePrefix = options.threadNamePrefix().isEmpty() ? pools.newPrefix() : options.threadNamePrefix();
        this.queue = new TaskQueue(interpreter);
        this.lock = new Lock(interpreter);
    }

    private static int size(@Nullable Integer wanted) {
        if (wanted == null) {
            return Math.min(ThreadPools.USABLE_CPUS + DEFAULT_SURPLUS, DEFAULT_LIMIT);
        }
        if (wanted <= 0) {
            throw new ValueError("max_workers must be greater than 0");
        }
        return wanted;
    }

    /** Queues a task, and starts a worker if none is idle and there may be one more. */
    void accept(Task task) {
        lock.with(() -> {
            requireWhole();
            if (closed) {
                throw new RuntimeError("cannot schedule new futures after shutdown");
            }
            return pools.unlessExiting(() -> queue.put(task) || hire());
        });
    }

    private boolean hire() {
        int number = workers.size();
        if (number >= size) {
            return false;
        }
        Thread worker = new Thread(interpreter, workerOptions(namePrefix + "_" + number));
        worker.start();
        workers.add(worker);
        pools.add(worker, queue);
        return true;
    }

    private ThreadOptions workerOptions(String name) {
        ThreadOptions plain = ThreadOptions.NONE.withName(name).withTarget(PyCallable.of(this::work));
        boolean daemons = !interpreter.options().python().atLeast(DAEMONS_UNTIL);
        return daemons ? plain.withDaemon(true) : plain;
    }

    /** The life of a worker. */
    private void work() {
        try {
            boolean more = isInitialized();
            while (more) {
                more = runNext();
            }
        } catch (RuntimeException failed) {
            logger().critical("Exception in worker", PythonException.from(failed));
        }
        pools.remove(interpreter.threading().currentThread());
    }

    /** Whether there may be more. The task is forgotten with the return, before the wait for the next one. */
    private boolean runNext() {
        Task task = queue.take();
        if (task == null) {
            return false;
        }
        task.run();
        return true;
    }

    private boolean isInitialized() {
        PyCallable initializer = options.initializer();
        if (initializer == null) {
            return true;
        }
        try {
            initializer.call(options.initargs(), Map.of());
            return true;
        } catch (RuntimeException failed) {
            logger().critical("Exception in initializer:", PythonException.from(failed));
            breakDown();
            return false;
        }
    }

    private void breakDown() {
        List<Task> waiting = lock.with(() -> {
            broken = true;
            return queue.drain();
        });
        waiting.forEach(task -> task.fail(new BrokenThreadPool(BROKEN)));
    }

    private Logger logger() {
        return interpreter.logging().getLogger("concurrent.futures");
    }

    private void requireWhole() {
        if (broken) {
            throw new BrokenThreadPool(BROKEN);
        }
    }

    /** Takes no more tasks; workers end when there are none left. */
    void close() {
        lock.with(() -> {
            closed = true;
            queue.close();
            return true;
        });
    }

    /** The same, and there are none left. Returns those that were. */
    List<Task> closeAndDrain() {
        return lock.with(() -> {
            closed = true;
            List<Task> waiting = queue.drain();
            queue.close();
            return waiting;
        });
    }

    /** Blocks until every worker has ended. */
    void join() {
        lock.with(() -> List.copyOf(workers)).forEach(Thread::join);
    }

    void label(String text) {
        lock.label(text);
    }
}
