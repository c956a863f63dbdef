package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.BrokenBarrierError;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.Barrier}: holds threads back until a fixed number of them has come, then lets all of them go,
 * time after time. A thread that has gone through counts for the next generation only when all others have left the last.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread. While the action runs, all
 * methods but {@link #parties}, {@link #waiting} and {@link #isBroken} block, those of the thread that runs it for ever.
 *
 * <p>Source: Python library reference, {@code threading.Barrier}.
 */
@SuppressWarnings(
        "this-escape") // Its parts keep it as the name that reports show, and call nothing before it is complete.
public class Barrier extends SharedObject {

    private static final int CHECKED_SINCE = 13;
    private static final int OWN_REPR_SINCE = 11;

    private final int parties;
    private final @Nullable PyCallable action;
    private final @Nullable Timeout defaultTimeout;
    private final Generation generation = new Generation();
    private final HandOffLock lock;
    private final Notifications changes;

    /** A barrier for so many threads: {@code threading.Barrier(parties)}. */
    public Barrier(Interpreter interpreter, int parties) {
        this(interpreter, parties, null, null);
    }

    /**
     * A barrier for so many threads.
     *
     * @param action what the last thread to come calls before anybody goes on, or null
     * @param timeout for every wait that has none of its own; null: no limit
     * @throws ValueError for less than one party; before Python 3.13 such a barrier never opens
     */
    public Barrier(Interpreter interpreter, int parties, @Nullable PyCallable action, @Nullable Timeout timeout) {
        super(interpreter);
        if (parties < 1 && interpreter.options().python().atLeast(CHECKED_SINCE)) {
            throw new ValueError("parties must be >= 1");
        }
        this.parties = parties;
        this.action = action;
        this.defaultTimeout = timeout;
        this.lock = new HandOffLock(interpreter, this);
        this.changes = new Notifications(this);
    }

    /** Blocks until all parties have come: {@code wait()}, which Java reserves for itself. */
    public final int await() {
        return await(null);
    }

    /**
     * Blocks until as many threads as there are parties have called this: {@code wait(timeout)}. The last one calls the
     * action first.
     *
     * @param timeout zero, a negative number and what is not a number: does not wait; null: that of the barrier
     * @return the position of arrival, from 0 on
     * @throws BrokenBarrierError if the barrier is broken, gets broken or is reset meanwhile, or if the timeout runs out,
     *     which breaks it
     * @throws dev.threadstone.reference.errors.OverflowError if it has to wait, for a timeout above
     *     {@link Timeout#MAX_SECONDS}
     * @throws PythonException what the action raised, which breaks the barrier; and in the main thread, whatever a signal
     *     handler raised meanwhile, which does not
     */
    public final int await(@Nullable Timeout timeout) {
        ThreadState thread = begin(Operation.WAIT);
        WaitLimit limit = new WaitLimit(interpreter().platform(), timeout == null ? defaultTimeout : timeout);
        return locked(thread, () -> pass(thread, limit));
    }

    private int pass(ThreadState thread, WaitLimit limit) {
        while (generation.isLeaving()) {
            awaitChange(thread, new WaitLimit(interpreter().platform(), null));
        }
        requireWhole();
        int index = generation.enter();
        try {
            if (index + 1 == parties) {
                open(thread);
            } else {
                awaitOpening(thread, limit);
            }
        } finally {
            if (generation.leave()) {
                changes.notifyEverybody(thread);
            }
        }
        return index;
    }

    private void open(ThreadState thread) {
        try {
            if (action != null && action.truth()) {
                action.call(List.of(), Map.of());
            }
        } catch (RuntimeException raised) {
            breakFor(thread);
            throw raised;
        }
        generation.open();
        changes.notifyEverybody(thread);
    }

    private void awaitOpening(ThreadState thread, WaitLimit limit) {
        while (generation.isFilling() && !limit.isOver()) {
            awaitChange(thread, limit);
        }
        if (generation.isFilling()) {
            breakFor(thread);
        }
        requireWhole();
    }

    private void awaitChange(ThreadState thread, WaitLimit limit) {
        changes.await(thread, limit, () -> {
            lock.release(thread);
            return () -> lock.acquireUninterruptibly(thread);
        });
    }

    private void requireWhole() {
        if (generation.isBroken() || generation.isReset()) {
            throw new BrokenBarrierError();
        }
    }

    /** Makes all who wait raise {@link BrokenBarrierError}, and leaves the barrier empty and whole: {@code reset()}. */
    public final void reset() {
        ThreadState thread = begin(Operation.WRITE);
        locked(thread, () -> {
            generation.reset();
            changes.notifyEverybody(thread);
            return true;
        });
    }

    /** Breaks the barrier, for those who wait and those who come, until it is reset: {@code abort()}. */
    public final void abort() {
        ThreadState thread = begin(Operation.WRITE);
        locked(thread, () -> {
            breakFor(thread);
            return true;
        });
    }

    private void breakFor(ThreadState thread) {
        generation.abort();
        changes.notifyEverybody(thread);
    }

    private <T> T locked(ThreadState thread, Supplier<T> code) {
        lock.acquire(thread, Deadline.NEVER);
        try {
            return code.get();
        } finally {
            lock.release(thread);
        }
    }

    /** How many threads it takes. */
    public final int parties() {
        return parties;
    }

    /** {@code n_waiting}: how many have come; 0 while the barrier is broken or threads leave it. Never blocks. */
    public final int waiting() {
        begin(Operation.READ);
        return generation.waiting();
    }

    /** {@code broken}: whether every wait raises. Never blocks. */
    public final boolean isBroken() {
        begin(Operation.READ);
        return generation.isBroken();
    }

    @Override
    protected String typeName() {
        return "threading.Barrier";
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        if (!interpreter().options().python().atLeast(OWN_REPR_SINCE)) {
            return "<" + typeName() + " object at " + address() + ">";
        }
        String state = generation.isBroken() ? "broken" : "waiters=" + generation.waiting() + "/" + parties;
        return "<" + typeName() + " at " + address() + ": " + state + ">";
    }
}
