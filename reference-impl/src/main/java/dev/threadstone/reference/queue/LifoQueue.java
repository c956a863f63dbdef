package dev.threadstone.reference.queue;

import dev.threadstone.reference.Interpreter;

/**
 * Python's {@code queue.LifoQueue}: a {@link Queue} that gives back first what was put in last.
 *
 * <p>Thread-safety: as {@link Queue}.
 *
 * <p>Source: Python library reference, {@code queue.LifoQueue}.
 */
public final class LifoQueue extends Queue {

    /** A queue without capacity limit: {@code queue.LifoQueue()}. */
    public LifoQueue(Interpreter interpreter) {
        this(interpreter, 0);
    }

    /**
     * A queue for so many items: {@code queue.LifoQueue(maxsize)}.
     *
     * @param maxsize zero and less: no limit
     */
    public LifoQueue(Interpreter interpreter, long maxsize) {
        super(interpreter, maxsize, Storage.lifo());
    }

    @Override
    protected String typeName() {
        return "queue.LifoQueue";
    }
}
