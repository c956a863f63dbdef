package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.Condition}: a lock, and threads that have let go of it until another one notifies them. Who
 * waits longest is notified first. No thread returns from a wait without a notification or the end of its timeout.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread.
 *
 * <p>Source: Python library reference, {@code threading.Condition}.
 */
@SuppressWarnings(
        "this-escape") // Its parts keep it as the name that reports show, and call nothing before it is complete.
public class Condition extends SharedObject {

    private static final int LOCKED_SINCE = 14;

    private final ConditionLock lock;
    private final Notifications notifications;

    /** A condition with a reentrant lock of its own: {@code threading.Condition()}. */
    public Condition(Interpreter interpreter) {
        this(interpreter, new RLock(interpreter));
    }

    /** A condition over a lock without owner. Whoever finds that locked may wait and notify. */
    public Condition(Interpreter interpreter, Lock lock) {
        this(interpreter, new ConditionLocks.Plain(lock));
    }

    /** A condition over a reentrant lock. Only its owner may wait and notify. */
    public Condition(Interpreter interpreter, RLock lock) {
        this(interpreter, new ConditionLocks.Reentrant(lock));
    }

    /** A condition over a lock that the program supplies. */
    public Condition(Interpreter interpreter, ConditionLock lock) {
        super(interpreter);
        this.lock = lock;
        this.notifications = new Notifications(this);
    }

    /** Acquires the lock, waiting without limit. */
    public final boolean acquire() {
        return acquire(true, Timeout.UNLIMITED);
    }

    /** Acquires the lock: passes the arguments on and returns or raises what the lock does. */
    public final boolean acquire(boolean blocking, Timeout timeout) {
        return lock.acquire(blocking, timeout);
    }

    /** Releases the lock; raises what the lock does. */
    public final void release() {
        lock.release();
    }

    /**
     * Whether anybody holds the lock.
     *
     * @throws AttributeError before Python 3.14
     */
    public final boolean locked() {
        if (!interpreter().options().python().atLeast(LOCKED_SINCE)) {
            throw new AttributeError("'" + typeName() + "' object has no attribute 'locked'");
        }
        return lock.locked();
    }

    /** {@code _is_owned()}: whether the caller may wait and notify. */
    public final boolean isOwned() {
        return lock.isOwned();
    }

    /**
     * {@code _release_save()}: releases the lock completely.
     *
     * @return what {@link #acquireRestore} needs
     * @throws RuntimeError if the lock says so: an {@link RLock} to all but its owner
     */
    public final @Nullable Object releaseSave() {
        return lock.releaseSave();
    }

    /** {@code _acquire_restore(saved)}: blocks until the caller holds the lock as before {@link #releaseSave}. */
    public final void acquireRestore(@Nullable Object saved) {
        lock.acquireRestore(saved);
    }

    /**
     * Blocks until another thread notifies: {@code wait()}, which Java reserves for itself.
     *
     * @return true
     * @throws RuntimeError if the caller does not hold the lock
     * @throws PythonException in the main thread, whatever a signal handler raised meanwhile; the lock is held then, too
     */
    public final boolean await() {
        return await(null);
    }

    /**
     * Releases the lock, with all its levels, blocks until another thread notifies or the timeout has run out, and takes the
     * lock again, which may last longer: {@code wait(timeout)}. However it ends, the lock is held as before.
     *
     * @param timeout zero, a negative number and what is not a number: does not wait; null: no limit
     * @return whether a notification came
     * @throws RuntimeError if the caller does not hold the lock
     * @throws dev.threadstone.reference.errors.OverflowError for a timeout above {@link Timeout#MAX_SECONDS}
     * @throws PythonException as {@link #await()}
     */
    public final boolean await(@Nullable Timeout timeout) {
        return awaitNotification(new WaitLimit(interpreter().platform(), timeout));
    }

    private boolean awaitNotification(WaitLimit limit) {
        ThreadState thread = begin(Operation.WAIT);
        requireOwned("cannot wait on un-acquired lock");
        return notifications.await(thread, limit, () -> {
            Object saved = lock.releaseSave();
            return () -> lock.acquireRestore(saved);
        });
    }

    /** {@link #waitFor(Supplier, Predicate, Timeout)} for a predicate that says true or false. */
    public final boolean waitFor(BooleanSupplier predicate, @Nullable Timeout timeout) {
        return waitFor(predicate::getAsBoolean, Boolean::booleanValue, timeout);
    }

    /**
     * Waits until a predicate is true: {@code wait_for(predicate, timeout)}. The predicate is called with the lock held: at
     * once, and after each notification and the timeout. The timeout is that of the whole call.
     *
     * @param truth the truth value of what the predicate returns
     * @param timeout zero and negative: the predicate is called twice at most; null: no limit
     * @return what the predicate returned last
     * @throws RuntimeError if it has to wait and the caller does not hold the lock
     * @throws dev.threadstone.reference.errors.OverflowError if it has to wait, for a timeout above
     *     {@link Timeout#MAX_SECONDS}
     * @throws PythonException what the predicate raises, and as {@link #await()}; the lock is held then, too
     */
    public final <T extends @Nullable Object> T waitFor(
            Supplier<T> predicate, Predicate<? super T> truth, @Nullable Timeout timeout) {
        WaitLimit limit = new WaitLimit(interpreter().platform(), timeout);
        T result = predicate.get();
        while (!truth.test(result) && !limit.isOver()) {
            awaitNotification(limit);
            result = predicate.get();
        }
        return result;
    }

    /** Notifies the thread that waits longest, if any: {@code notify()}, which Java reserves for itself. */
    public final void notifyOne() {
        notifyWaiters(1);
    }

    /**
     * Notifies so many threads, or all that wait if they are fewer: {@code notify(n)}. Does not release the lock; never
     * blocks.
     *
     * @param count zero and negative: notifies nobody
     * @throws RuntimeError if the caller does not hold the lock
     */
    public final void notifyWaiters(int count) {
        ThreadState thread = begin(Operation.NOTIFY);
        requireOwned("cannot notify on un-acquired lock");
        notifications.notifyFirst(thread, count);
    }

    /**
     * Notifies everybody who waits: {@code notify_all()}. Does not release the lock; never blocks.
     *
     * @throws RuntimeError if the caller does not hold the lock
     */
    public final void notifyAllWaiters() {
        notifyWaiters(Integer.MAX_VALUE);
    }

    private void requireOwned(String message) {
        if (!lock.isOwned()) {
            throw new RuntimeError(message);
        }
    }

    @Override
    protected String typeName() {
        return "Condition";
    }

    /** Its {@code repr}: the lock, and how many wait. */
    @Override
    public String toString() {
        return "<" + typeName() + "(" + lock + ", " + notifications.size() + ")>";
    }
}
