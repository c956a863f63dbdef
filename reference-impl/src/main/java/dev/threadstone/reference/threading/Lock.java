package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.Lock}: locked or not, and owned by nobody. Any thread may release it. Who waits longest gets
 * it next.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread.
 *
 * <p>Source: Python library reference, {@code threading.Lock}.
 */
public final class Lock extends SharedObject {

    private final HandOffLock lock;

    /** An unlocked lock: {@code threading.Lock()}. */
    public Lock(Interpreter interpreter) {
        super(interpreter);
        this.lock = new HandOffLock(interpreter, this);
    }

    /**
     * Blocks until the lock is unlocked, then locks it.
     *
     * @return true
     * @throws PythonException in the main thread, whatever a signal handler raised meanwhile; the lock is then not acquired
     */
    public boolean acquire() {
        return acquire(true, Timeout.UNLIMITED);
    }

    /** {@code acquire(blocking)}: with false it never waits. */
    public boolean acquire(boolean blocking) {
        return acquire(blocking, Timeout.UNLIMITED);
    }

    /** {@code acquire(timeout=...)}: waits so long at most; zero: not at all; -1: without limit. */
    public boolean acquire(Timeout timeout) {
        return acquire(true, timeout);
    }

    /**
     * Locks it as soon as it is unlocked, waiting as long as the arguments allow.
     *
     * @return whether it was locked by this call
     * @throws dev.threadstone.reference.errors.ValueError for a timeout other than -1 on a non-blocking call, and for a
     *     negative one other than -1
     * @throws dev.threadstone.reference.errors.OverflowError for a timeout above {@link Timeout#MAX_SECONDS}
     * @throws PythonException as {@link #acquire()}
     */
    public boolean acquire(boolean blocking, Timeout timeout) {
        Deadline deadline = AcquireArguments.deadline(interpreter().platform(), blocking, timeout);
        return lock.acquire(begin(Operation.ACQUIRE), deadline);
    }

    /**
     * Unlocks it. Never blocks.
     *
     * @throws RuntimeError if it is not locked
     */
    public void release() {
        if (!lock.release(begin(Operation.RELEASE))) {
            throw new RuntimeError("release unlocked lock");
        }
    }

    /** Whether some thread holds it. Never blocks. */
    public boolean locked() {
        begin(Operation.READ);
        return lock.isLocked();
    }

    /**
     * {@code with lock:} blocks until the lock is unlocked, and runs the body with the lock locked. However the body ends,
     * the lock is unlocked; no signal handler runs between the two.
     *
     * @return what the body returns
     * @throws PythonException what the body raises; and as {@link #acquire()}, the body is then not run
     */
    public <T extends @Nullable Object> T with(Supplier<T> body) {
        acquire();
        try {
            return body.get();
        } finally {
            lock.release(beginUninterruptibly(Operation.RELEASE));
        }
    }

    /** Blocks until it is unlocked, then locks it. Signal handlers run later. */
    void acquireUninterruptibly() {
        lock.acquireUninterruptibly(beginUninterruptibly(Operation.ACQUIRE));
    }

    @Override
    protected String typeName() {
        return "_thread.lock";
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        return "<" + (lock.isLocked() ? "locked " : "unlocked ") + typeName() + " object at " + address() + ">";
    }
}
