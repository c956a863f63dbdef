package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.TypeError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.RLock}: a lock with an owner, who may acquire it again and must release it as often. Who
 * waits longest gets it next.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread.
 *
 * <p>Source: Python library reference, {@code threading.RLock}.
 */
public final class RLock extends SharedObject {

    private static final int ARGUMENTS_DEPRECATED_SINCE = 13;
    private static final int ARGUMENTS_REFUSED_SINCE = 15;
    private static final int LOCKED_SINCE = 14;

    private final HandOffLock lock;

    /** How often the owner has acquired it. Written by the owner only. */
    private final AtomicInteger count = new AtomicInteger();

    /** A lock that nobody owns: {@code threading.RLock()}. */
    public RLock(Interpreter interpreter) {
        super(interpreter);
        this.lock = new HandOffLock(interpreter, this);
    }

    /**
     * A lock that nobody owns: {@code threading.RLock(1)} or the like. Arguments mean nothing; Python 3.13 and 3.14 issue a
     * {@code DeprecationWarning}.
     *
     * @throws TypeError since Python 3.15
     */
    public static RLock withIgnoredArguments(Interpreter interpreter) {
        PythonLevel python = interpreter.options().python();
        if (python.atLeast(ARGUMENTS_REFUSED_SINCE)) {
            throw new TypeError("RLock() takes no arguments");
        }
        if (python.atLeast(ARGUMENTS_DEPRECATED_SINCE)) {
            interpreter.warnings().deprecated("Passing arguments to RLock is deprecated and will be removed in 3.15");
        }
        return new RLock(interpreter);
    }

    /**
     * Blocks until no other thread owns the lock, then makes the caller its owner or adds one to its recursion level.
     *
     * @return true
     * @throws PythonException in the main thread, whatever a signal handler raised meanwhile; ownership is then not gained
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
     * Acquires it, waiting for another owner as long as the arguments allow.
     *
     * @return whether the caller has acquired it by this call
     * @throws dev.threadstone.reference.errors.ValueError for a timeout other than -1 on a non-blocking call, and for a
     *     negative one other than -1; also for the owner
     * @throws dev.threadstone.reference.errors.OverflowError for a timeout above {@link Timeout#MAX_SECONDS}
     * @throws PythonException as {@link #acquire()}
     */
    public boolean acquire(boolean blocking, Timeout timeout) {
        Deadline deadline = AcquireArguments.deadline(interpreter().platform(), blocking, timeout);
        ThreadState thread = begin(Operation.ACQUIRE);
        boolean acquired = lock.holder() == thread || lock.acquire(thread, deadline);
        if (acquired) {
            count.incrementAndGet();
        }
        return acquired;
    }

    /**
     * Takes one from the recursion level; at zero the lock is free for others. Never blocks.
     *
     * @throws RuntimeError if the caller is not the owner
     */
    public void release() {
        ThreadState thread = begin(Operation.RELEASE);
        if (lock.holder() != thread) {
            throw new RuntimeError("cannot release un-acquired lock");
        }
        if (count.decrementAndGet() == 0) {
            lock.release(thread);
        }
    }

    /**
     * {@code with lock:} acquires it, runs the body, and releases it, however the body ends; no signal handler runs between
     * the last two.
     *
     * @return what the body returns
     * @throws PythonException what the body raises; and as {@link #acquire()}, the body is then not run
     */
    public <T extends @Nullable Object> T with(Supplier<T> body) {
        acquire();
        try {
            return body.get();
        } finally {
            leave(beginUninterruptibly(Operation.RELEASE));
        }
    }

    /** As {@link #release}, but no signal handler runs before. Does nothing for who is not the owner. */
    public void releaseUninterruptibly() {
        leave(beginUninterruptibly(Operation.RELEASE));
    }

    /** Does nothing for a thread that the platform has ended while it had let go of the lock. */
    private void leave(ThreadState thread) {
        if (lock.holder() == thread && count.decrementAndGet() == 0) {
            lock.release(thread);
        }
    }

    /**
     * Whether any thread owns it. Never blocks.
     *
     * @throws AttributeError before Python 3.14
     */
    public boolean locked() {
        if (!interpreter().options().python().atLeast(LOCKED_SINCE)) {
            throw new AttributeError("'" + typeName() + "' object has no attribute 'locked'");
        }
        begin(Operation.READ);
        return lock.isLocked();
    }

    /** {@code _is_owned()}: whether the caller owns it. */
    public boolean isOwned() {
        ThreadState thread = begin(Operation.READ);
        return lock.holder() == thread;
    }

    /** {@code _recursion_count()}: the recursion level for the owner, 0 for any other thread. */
    public int recursionCount() {
        return isOwned() ? count.get() : 0;
    }

    /**
     * {@code _release_save()}: takes all of the owner's recursion levels at once. Never blocks.
     *
     * @return how many there were, for {@link #acquireRestore}
     * @throws RuntimeError if the caller is not the owner
     */
    int releaseSave() {
        ThreadState thread = begin(Operation.RELEASE);
        if (lock.holder() != thread) {
            throw new RuntimeError("cannot release un-acquired lock");
        }
        int levels = count.getAndSet(0);
        lock.release(thread);
        return levels;
    }

    /** {@code _acquire_restore(levels)}: blocks until the lock is the caller's, at the level that it had. Not interrupted. */
    void acquireRestore(int levels) {
        lock.acquireUninterruptibly(beginUninterruptibly(Operation.ACQUIRE));
        count.set(levels);
    }

    @Override
    protected String typeName() {
        return "_thread.RLock";
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        ThreadState owner = lock.holder();
        long ident = owner == null ? 0 : owner.platformThread().id();
        return "<" + (owner == null ? "unlocked " : "locked ") + typeName() + " object owner=" + ident + " count="
                + count + " at " + address() + ">";
    }
}
