package dev.threadstone.reference.queue;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.errors.Empty;
import dev.threadstone.reference.errors.Full;
import dev.threadstone.reference.errors.ShutDown;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.SharedObject;
import dev.threadstone.reference.threading.Timeout;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code queue.Queue}: items that some threads put in and others get out, first in, first out. It may have a
 * capacity, it counts the items that nobody has reported as done, and it can be shut down.
 *
 * <p>Everything happens with one mutex locked, so an operation on a queue from inside of its {@link Storage} never ends.
 *
 * <p>Thread-safety: used by attached threads of its interpreter; {@link #toString} by any thread.
 *
 * <p>Source: Python library reference, {@code queue.Queue}.
 */
@SuppressWarnings("this-escape") // Its parts keep the interpreter only, and the queue calls nothing of a subclass.
public class Queue extends SharedObject {

    private static final int SHUTDOWN_SINCE = 13;

    private final Storage storage;
    private final Lock mutex;
    private final Condition notEmpty;
    private final Condition notFull;
    private final Condition allTasksDone;

    /** May be assigned at any time, also without the mutex. */
    private volatile long maxsize;

    /** What follows is touched with the mutex locked, but may be looked at without. */
    private final AtomicLong unfinishedTasks = new AtomicLong();

    private volatile boolean shutDown;

    /** A queue without capacity limit: {@code queue.Queue()}. */
    public Queue(Interpreter interpreter) {
        this(interpreter, 0);
    }

    /**
     * A queue for so many items: {@code queue.Queue(maxsize)}.
     *
     * @param maxsize zero and less: no limit
     */
    public Queue(Interpreter interpreter, long maxsize) {
        this(interpreter, maxsize, Storage.fifo());
    }

    /** A queue that keeps its items in a storage of the program's own: a subclass in Python. */
    public Queue(Interpreter interpreter, long maxsize, Storage storage) {
        super(interpreter);
        this.maxsize = maxsize;
        this.storage = storage;
        this.mutex = new Lock(interpreter);
        this.notEmpty = new Condition(interpreter, mutex);
        this.notFull = new Condition(interpreter, mutex);
        this.allTasksDone = new Condition(interpreter, mutex);
    }

    /** Puts an item in, waiting for room without limit; null is {@code None}. */
    public final void put(@Nullable Object item) {
        put(item, true, null);
    }

    /** {@code put_nowait(item)}: as {@link #put(Object, boolean, Timeout)} without blocking. */
    public final void putNowait(@Nullable Object item) {
        put(item, false, null);
    }

    /**
     * Puts an item in, and counts it as an unfinished task. If the queue is full, waits for room as long as the arguments
     * allow; without capacity limit the timeout is not looked at.
     *
     * @param block false: does not wait, and the timeout means nothing
     * @param timeout null: no limit; zero: does not wait
     * @throws ShutDown if the queue is shut down, or is while this waits
     * @throws Full if there was no room in time
     * @throws ValueError for a negative timeout, also if there is room
     * @throws dev.threadstone.reference.errors.OverflowError if it has to wait, for a timeout above
     *     {@link Timeout#MAX_SECONDS}
     * @throws dev.threadstone.reference.errors.PythonException what the storage raised; and in the main thread, whatever a
     *     signal handler raised meanwhile
     */
    public final void put(@Nullable Object item, boolean block, @Nullable Timeout timeout) {
        locked(() -> {
            requireOpen();
            if (maxsize > 0) {
                new Patience(this, block, timeout).await(notFull, this::hasRoom, this::requireOpen, Full::new);
            }
            storage.put(item);
            unfinishedTasks.incrementAndGet();
            notEmpty.notifyOne();
        });
    }

    /** Gets an item out, waiting for one without limit. */
    public final @Nullable Object get() {
        return get(true, null);
    }

    /** {@code get_nowait()}: as {@link #get(boolean, Timeout)} without blocking. */
    public final @Nullable Object getNowait() {
        return get(false, null);
    }

    /**
     * Gets the item out whose turn it is. If there is none, waits for one as long as the arguments allow.
     *
     * @param block false: does not wait, and the timeout means nothing
     * @param timeout null: no limit; zero: does not wait
     * @throws ShutDown if the queue is empty and shut down, or gets so while this waits
     * @throws Empty if there was no item in time
     * @throws ValueError for a negative timeout, also if there is an item
     * @throws dev.threadstone.reference.errors.OverflowError if it has to wait, for a timeout above
     *     {@link Timeout#MAX_SECONDS}
     * @throws dev.threadstone.reference.errors.PythonException what the storage raised; and in the main thread, whatever a
     *     signal handler raised meanwhile
     */
    public final @Nullable Object get(boolean block, @Nullable Timeout timeout) {
        return mutex.<@Nullable Object>with(() -> {
            requireSource();
            new Patience(this, block, timeout).await(notEmpty, this::hasItem, this::requireSource, Empty::new);
            Object item = storage.get();
            notFull.notifyOne();
            return item;
        });
    }

    /**
     * Reports that an item is done with: {@code task_done()}. Never waits for anything but the mutex.
     *
     * @throws ValueError if that many items were never put in
     */
    public final void taskDone() {
        locked(() -> {
            if (unfinishedTasks.get() == 0) {
                throw new ValueError("task_done() called too many times");
            }
            if (unfinishedTasks.decrementAndGet() == 0) {
                allTasksDone.notifyAllWaiters();
            }
        });
    }

    /**
     * Blocks until every item that was put in has been reported as done: {@code join()}.
     *
     * @throws dev.threadstone.reference.errors.PythonException in the main thread, whatever a signal handler raised meanwhile
     */
    public final void join() {
        locked(() -> {
            while (unfinishedTasks.get() > 0) {
                allTasksDone.await();
            }
        });
    }

    /**
     * Ends the queue: {@code shutdown(immediate)}. From now on nothing can be put in, and who waits to do so raises
     * {@link ShutDown}; so does who waits for an item, once there is none. May be called again.
     *
     * @param immediate also drops all items, which count as done then
     * @throws AttributeError before Python 3.13
     */
    public final void shutdown(boolean immediate) {
        requireShutdownKnown("shutdown");
        locked(() -> {
            shutDown = true;
            while (immediate && storage.size() > 0) {
                storage.get();
                unfinishedTasks.updateAndGet(tasks -> Math.max(tasks - 1, 0));
            }
            notEmpty.notifyAllWaiters();
            notFull.notifyAllWaiters();
            allTasksDone.notifyAllWaiters();
        });
    }

    /**
     * Whether it was shut down: {@code is_shutdown}.
     *
     * @throws AttributeError before Python 3.13
     */
    public final boolean isShutdown() {
        requireShutdownKnown("is_shutdown");
        return shutDown;
    }

    /** {@code qsize()}: how many items there are at this moment. */
    public final int qsize() {
        return mutex.with(storage::size);
    }

    /** {@code empty()}: whether there is no item at this moment. */
    public final boolean isEmpty() {
        return mutex.with(() -> !hasItem());
    }

    /** {@code full()}: whether there is no room at this moment. */
    public final boolean isFull() {
        return mutex.with(() -> maxsize > 0 && !hasRoom());
    }

    /** {@code maxsize}: the capacity; zero and less: no limit. */
    public final long maxsize() {
        return maxsize;
    }

    /** Assigns {@code maxsize}. Drops no items, and wakes nobody. */
    public final void setMaxsize(long size) {
        maxsize = size;
    }

    /** {@code unfinished_tasks}: how many items nobody has reported as done. */
    public final long unfinishedTasks() {
        return unfinishedTasks.get();
    }

    /** {@code mutex}: locked during every operation. */
    public final Lock mutex() {
        return mutex;
    }

    /** {@code not_empty}: who waits for an item waits here. */
    public final Condition notEmpty() {
        return notEmpty;
    }

    /** {@code not_full}: who waits for room waits here. */
    public final Condition notFull() {
        return notFull;
    }

    /** {@code all_tasks_done}: who joins waits here. */
    public final Condition allTasksDone() {
        return allTasksDone;
    }

    /** Where it keeps its items: {@code _qsize}, {@code _put} and {@code _get}. */
    public final Storage storage() {
        return storage;
    }

    @Override
    public final void label(String text) {
        super.label(text);
        mutex.label(text + ".mutex");
        notEmpty.label(text + ".not_empty");
        notFull.label(text + ".not_full");
        allTasksDone.label(text + ".all_tasks_done");
    }

    private boolean hasItem() {
        return storage.size() > 0;
    }

    private boolean hasRoom() {
        return storage.size() < maxsize;
    }

    private void requireOpen() {
        if (shutDown) {
            throw new ShutDown();
        }
    }

    private void requireSource() {
        if (shutDown && !hasItem()) {
            throw new ShutDown();
        }
    }

    private void requireShutdownKnown(String attribute) {
        if (!interpreter().options().python().atLeast(SHUTDOWN_SINCE)) {
            throw new AttributeError("'" + typeName() + "' object has no attribute '" + attribute + "'");
        }
    }

    private void locked(Runnable body) {
        mutex.<@Nullable Object>with(() -> {
            body.run();
            return null;
        });
    }

    @Override
    protected String typeName() {
        return "queue.Queue";
    }

    /** Its {@code repr}. */
    @Override
    public final String toString() {
        return "<" + typeName() + " object at " + address() + ">";
    }
}
