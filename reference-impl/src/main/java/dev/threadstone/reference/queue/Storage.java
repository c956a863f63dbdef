package dev.threadstone.reference.queue;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Queue} keeps its items, and in which order it gives them back: what a subclass changes in Python by
 * overriding {@code _qsize}, {@code _put} and {@code _get}.
 *
 * <p>Thread-safety: called by attached threads, one at a time, with the queue's mutex locked. An operation of the same queue
 * would wait for that mutex for ever.
 *
 * <p>Source: CPython, {@code Lib/queue.py}, "Override these methods to implement other queue organizations".
 */
public interface Storage {

    /** {@code _qsize()}: how many items there are. */
    int size();

    /**
     * {@code _put(item)}: adds an item; null is {@code None}. What it raises goes to whoever called the queue's put, and the
     * item does not count as an unfinished task.
     */
    void put(@Nullable Object item);

    /** {@code _get()}: takes out the item whose turn it is. Called only if there is one. */
    @Nullable Object get();

    /** First in, first out. */
    static Storage fifo() {
        return new Fifo();
    }

    /** Last in, first out. */
    static Storage lifo() {
        return new Lifo();
    }

    /** The smallest entry first, by this ordering. */
    static Storage smallestFirst(Ordering ordering) {
        return new Heap(ordering);
    }
}
