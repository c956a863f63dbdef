package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one pool that nobody runs yet, and the workers that have nothing to do. There are never both: a task goes to
 * the worker that has been idle for longest.
 */
final class TaskQueue implements Waiting {

    private final Interpreter interpreter;
    private final CriticalSection section;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Deque<IdleWorker> idle = new ArrayDeque<>();
    private boolean closed;

    TaskQueue(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.section = interpreter.newCriticalSection();
    }

    /** Adds a task. Whether an idle worker has taken it. */
    boolean put(Task task) {
        ThreadState thread = interpreter.begin(this, Operation.WRITE);
        return section.call(thread, () -> {
            IdleWorker worker = idle.poll();
            if (worker == null) {
                tasks.add(task);
                return false;
            }
            worker.release(task, interpreter.platform());
            return true;
        });
    }

    /** The next task. Blocks until there is one; null once the queue is closed and empty. */
    @Nullable Task take() {
        ThreadState thread = interpreter.begin(this, Operation.WAIT);
        IdleWorker worker = section.call(thread, () -> takeOrQueue(thread));
        thread.waitUntil(worker::isReleased, this, Deadline.NEVER);
        return worker.task;
    }

    private IdleWorker takeOrQueue(ThreadState thread) {
        IdleWorker worker = new IdleWorker(thread);
        Task next = tasks.poll();
        if (next == null && !closed) {
            idle.add(worker);
        } else {
            worker.task = next;
            worker.released = true;
        }
        return worker;
    }

    /** Lets idle workers go, and the others once there are no tasks left. */
    void close() {
        ThreadState thread = interpreter.begin(this, Operation.NOTIFY);
        section.call(thread, () -> {
            closed = true;
            idle.forEach(worker -> worker.release(null, interpreter.platform()));
            idle.clear();
            return true;
        });
    }

    /** Takes out all tasks. */
    List<Task> drain() {
        ThreadState thread = interpreter.begin(this, Operation.WRITE);
        return section.call(thread, () -> {
            List<Task> taken = List.copyOf(tasks);
            tasks.clear();
            return taken;
        });
    }

    @Override
    public String what() {
        return "a task";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }

    @Override
    public boolean idle() {
        return true;
    }

    /** One wait of one worker, until it is released with a task or without. */
    private static final class IdleWorker {

        private final ThreadState thread;
        private @Nullable Task task;
        private volatile boolean released;

        IdleWorker(ThreadState thread) {
            this.thread = thread;
        }

        void release(@Nullable Task found, Platform platform) {
            task = found;
            released = true;
            platform.unpark(thread.platformThread());
        }

        boolean isReleased() {
            return released;
        }
    }
}
