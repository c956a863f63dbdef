package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.Event}: a flag that threads can wait for. Who waits when it is set is released, even if it is
 * cleared before that thread runs.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread.
 *
 * <p>Source: Python library reference, {@code threading.Event}.
 */
public class Event extends SharedObject {

    private static final int OWN_REPR_SINCE = 11;

    private final Flag flag;
    private final Waiting waiting = new WaitingForEvent();

    /** An event whose flag is cleared: {@code threading.Event()}. */
    public Event(Interpreter interpreter) {
        super(interpreter);
        this.flag = new Flag(interpreter);
    }

    /** Whether the flag is set: {@code is_set()}. Never blocks. */
    public final boolean isSet() {
        begin(Operation.READ);
        return flag.isSet();
    }

    /** Sets the flag and releases everybody who waits. Never blocks. */
    public final void set() {
        flag.set(begin(Operation.NOTIFY));
    }

    /** Clears the flag. Wakes nobody; never blocks. */
    public final void clear() {
        flag.clear(begin(Operation.WRITE));
    }

    /**
     * Blocks until the flag is set: {@code wait()}, which Java reserves for itself.
     *
     * @return true
     * @throws PythonException in the main thread, whatever a signal handler raised meanwhile
     */
    public final boolean await() {
        return await(null);
    }

    /**
     * Blocks until the flag is set or the timeout has run out: {@code wait(timeout)}.
     *
     * @param timeout zero, a negative number and what is not a number: does not wait; null: no limit
     * @return whether the flag was set
     * @throws dev.threadstone.reference.errors.OverflowError for a timeout above {@link Timeout#MAX_SECONDS}, if the flag
     *     is not set already
     * @throws PythonException as {@link #await()}
     */
    public final boolean await(@Nullable Timeout timeout) {
        ThreadState thread = begin(Operation.WAIT);
        return flag.isSet() || flag.await(thread, waiting, deadline(timeout));
    }

    private Deadline deadline(@Nullable Timeout timeout) {
        if (timeout == null) {
            return Deadline.NEVER;
        }
        boolean positive = timeout.seconds() > 0;
        return (positive ? timeout : new Timeout(0)).deadline(interpreter().platform());
    }

    @Override
    protected String typeName() {
        return "threading.Event";
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        if (interpreter().options().python().atLeast(OWN_REPR_SINCE)) {
            return "<" + typeName() + " at " + address() + ": " + (flag.isSet() ? "set" : "unset") + ">";
        }
        return "<" + typeName() + " object at " + address() + ">";
    }

    /** Nobody holds an event, so a wait for it closes no circle. */
    private final class WaitingForEvent implements Waiting {

        @Override
        public String what() {
            return describe();
        }

        @Override
        public @Nullable PlatformThread heldBy() {
            return null;
        }
    }
}
