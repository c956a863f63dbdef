package dev.threadstone.reference.queue;

import dev.threadstone.reference.Interpreter;

/**
 * Python's {@code queue.PriorityQueue}: a {@link Queue} that gives back the smallest entry first. Entries of which neither is
 * less come in any order. If the ordering refuses to compare an entry that is put in, put raises what it raised, and the
 * entry is stored all the same, but does not count as an unfinished task.
 *
 * <p>Thread-safety: as {@link Queue}.
 *
 * <p>Source: Python library reference, {@code queue.PriorityQueue}.
 */
public final class PriorityQueue extends Queue {

    /** A queue without capacity limit, in Java's own order: {@code queue.PriorityQueue()}. */
    public PriorityQueue(Interpreter interpreter) {
        this(interpreter, 0, Ordering.NATURAL);
    }

    /**
     * A queue for so many items: {@code queue.PriorityQueue(maxsize)}.
     *
     * @param maxsize zero and less: no limit
     * @param ordering which entry is less than another
     */
    public PriorityQueue(Interpreter interpreter, long maxsize, Ordering ordering) {
        super(interpreter, maxsize, Storage.smallestFirst(ordering));
    }

    @Override
    protected String typeName() {
        return "queue.PriorityQueue";
    }
}
