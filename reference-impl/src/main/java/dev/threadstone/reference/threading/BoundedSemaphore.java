package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.ValueError;

/**
 * Python's {@code threading.BoundedSemaphore}: a semaphore that refuses to have more free permits than at first.
 *
 * <p>Thread-safety: as {@link Semaphore}.
 *
 * <p>Source: Python library reference, {@code threading.BoundedSemaphore}.
 */
public class BoundedSemaphore extends Semaphore {

    private final long initialValue;

    /** A semaphore of one permit at most: {@code threading.BoundedSemaphore()}. */
    public BoundedSemaphore(Interpreter interpreter) {
        this(interpreter, 1);
    }

    /**
     * A semaphore of so many permits at most.
     *
     * @throws ValueError for a negative number
     */
    public BoundedSemaphore(Interpreter interpreter, long value) {
        super(interpreter, value);
        this.initialValue = value;
    }

    @Override
    final long bound() {
        return initialValue;
    }

    @Override
    final String shownValue() {
        return super.shownValue() + "/" + initialValue;
    }

    @Override
    protected String typeName() {
        return "threading.BoundedSemaphore";
    }
}
