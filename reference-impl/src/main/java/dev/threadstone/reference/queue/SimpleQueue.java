package dev.threadstone.reference.queue;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.Empty;
import dev.threadstone.reference.errors.OverflowError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.threading.Permits;
import dev.threadstone.reference.threading.SharedObject;
import dev.threadstone.reference.threading.Timeout;
import dev.threadstone.reference.threading.WaitLimit;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code queue.SimpleQueue}: items first in, first out, without capacity, task tracking and shutdown. {@link #put}
 * waits for nothing and nobody, so a signal handler may call it in the middle of an operation of the same queue.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread.
 *
 * <p>Source: Python library reference, {@code queue.SimpleQueue}.
 */
@SuppressWarnings("this-escape") // Its permits keep it as the name that reports show, and call nothing.
public final class SimpleQueue extends SharedObject {

    private static final Timeout AT_ONCE = Timeout.ofSeconds(0);

    private final Items items = new Items();
    private final CriticalSection section;

    /** One permit for each item that nobody has been promised. */
    private final Permits available;

    /** An empty queue: {@code queue.SimpleQueue()}. */
    public SimpleQueue(Interpreter interpreter) {
        super(interpreter);
        this.section = interpreter.newCriticalSection();
        this.available = new Permits(this, 0);
    }

    /** Puts an item in: {@code put(item)}, {@code put_nowait(item)}. Never blocks; null is {@code None}. */
    public void put(@Nullable Object item) {
        ThreadState thread = begin(Operation.WRITE);
        section.<@Nullable Object>call(thread, () -> {
            items.add(item);
            return null;
        });
        available.release(thread, 1, Long.MAX_VALUE);
    }

    /** Gets the oldest item out, waiting for one without limit. */
    public @Nullable Object get() {
        return get(true, null);
    }

    /** {@code get_nowait()}: as {@link #get(boolean, Timeout)} without blocking. */
    public @Nullable Object getNowait() {
        return get(false, null);
    }

    /**
     * Gets the oldest item out. If there is none, waits for one as long as the arguments allow.
     *
     * @param block false: does not wait, and the timeout means nothing
     * @param timeout null: no limit; zero: does not wait
     * @throws Empty if there was no item in time
     * @throws ValueError for a negative timeout, also if there is an item
     * @throws OverflowError for a timeout above {@link Timeout#MAX_SECONDS}, also if there is an item
     * @throws dev.threadstone.reference.errors.PythonException in the main thread, whatever a signal handler raised
     *     meanwhile: nothing is then taken out
     */
    public @Nullable Object get(boolean block, @Nullable Timeout timeout) {
        WaitLimit limit = block ? limit(timeout) : new WaitLimit(interpreter().platform(), AT_ONCE);
        ThreadState thread = begin(Operation.WRITE);
        if (!available.acquire(thread, limit)) {
            throw new Empty();
        }
        return section.<@Nullable Object>call(thread, items::takeOldest);
    }

    /** {@code qsize()}: how many items there are at this moment. */
    public int qsize() {
        return section.call(begin(Operation.READ), items::size);
    }

    /** {@code empty()}: whether there is no item at this moment. */
    public boolean isEmpty() {
        return qsize() == 0;
    }

    private WaitLimit limit(@Nullable Timeout timeout) {
        Platform platform = interpreter().platform();
        WaitLimit limit = new WaitLimit(platform, timeout);
        if (timeout != null) {
            timeout.deadline(platform);
            if (timeout.seconds() < 0) {
                throw new ValueError("'timeout' must be a non-negative number");
            }
        }
        return limit;
    }

    @Override
    protected String typeName() {
        return "_queue.SimpleQueue";
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        return "<" + typeName() + " object at " + address() + ">";
    }
}
