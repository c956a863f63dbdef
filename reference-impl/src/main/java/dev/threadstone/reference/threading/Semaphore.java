package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.platform.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.Semaphore}: a number of permits that nobody owns. Who waits longest gets the next one that is
 * released, and nobody who comes later is faster.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread.
 *
 * <p>Source: Python library reference, {@code threading.Semaphore}.
 */
@SuppressWarnings(
        "this-escape") // Its parts keep it as the name that reports show, and call nothing before it is complete.
public class Semaphore extends SharedObject {

    private static final int OWN_REPR_SINCE = 11;

    private final Permits permits;

    /** A semaphore of one permit: {@code threading.Semaphore()}. */
    public Semaphore(Interpreter interpreter) {
        this(interpreter, 1);
    }

    /**
     * A semaphore of so many permits.
     *
     * @throws ValueError for a negative number
     */
    public Semaphore(Interpreter interpreter, long value) {
        super(interpreter);
        if (value < 0) {
            throw new ValueError("semaphore initial value must be >= 0");
        }
        this.permits = new Permits(this, value);
    }

    /** Takes a permit; blocks until there is one. */
    public final boolean acquire() {
        return acquire(true, null);
    }

    /** {@code acquire(blocking)}: with false it never waits. */
    public final boolean acquire(boolean blocking) {
        return acquire(blocking, null);
    }

    /** {@code acquire(timeout=...)}: waits so long at most. */
    public final boolean acquire(@Nullable Timeout timeout) {
        return acquire(true, timeout);
    }

    /**
     * Takes a permit, waiting for one as long as the arguments allow.
     *
     * @param timeout zero, a negative number and what is not a number: does not wait; null: no limit
     * @return whether it took one
     * @throws ValueError for a timeout on a non-blocking call
     * @throws dev.threadstone.reference.errors.OverflowError if it has to wait, for a timeout above
     *     {@link Timeout#MAX_SECONDS}
     * @throws PythonException in the main thread, whatever a signal handler raised meanwhile; no permit is then taken
     */
    public final boolean acquire(boolean blocking, @Nullable Timeout timeout) {
        if (!blocking && timeout != null) {
            throw new ValueError("can't specify timeout for non-blocking acquire");
        }
        Timeout effective = blocking ? timeout : Timeout.ofSeconds(0);
        return permits.acquire(
                begin(Operation.ACQUIRE), new WaitLimit(interpreter().platform(), effective));
    }

    /** Gives one permit back. */
    public final void release() {
        release(1);
    }

    /**
     * Gives so many permits back at once, whether or not they were taken: {@code release(n)}. Never blocks.
     *
     * @throws ValueError for less than one, and where the kind of semaphore has a bound, for too many; nothing is then
     *     given back
     */
    public final void release(int count) {
        if (count < 1) {
            throw new ValueError("n must be one or more");
        }
        if (!permits.release(begin(Operation.RELEASE), count, bound())) {
            throw new ValueError("Semaphore released too many times");
        }
    }

    /** The largest number of free permits that a release may lead to. */
    long bound() {
        return Long.MAX_VALUE;
    }

    /** The free permits, as {@code repr} shows them. */
    String shownValue() {
        return String.valueOf(permits.free());
    }

    @Override
    protected String typeName() {
        return "threading.Semaphore";
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        if (interpreter().options().python().atLeast(OWN_REPR_SINCE)) {
            return "<" + typeName() + " at " + address() + ": value=" + shownValue() + ">";
        }
        return "<" + typeName() + " object at " + address() + ">";
    }
}
