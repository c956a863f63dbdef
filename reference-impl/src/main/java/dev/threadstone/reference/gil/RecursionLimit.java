package dev.threadstone.reference.gil;

import dev.threadstone.reference.errors.ValueError;

/**
 * How deep the calls of a thread may be nested: {@code sys.getrecursionlimit()}, one number for all threads of an
 * interpreter, whenever they were started.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code sys.setrecursionlimit}.
 */
public final class RecursionLimit {

    private static final int DEFAULT = 1000;

    private volatile int depth = DEFAULT;

    RecursionLimit() {}

    /** {@code sys.getrecursionlimit()}. */
    public int depth() {
        return depth;
    }

    /**
     * {@code sys.setrecursionlimit(depth)}.
     *
     * @throws ValueError for a number below 1
     */
    public void depth(int newDepth) {
        if (newDepth < 1) {
            throw new ValueError("recursion limit must be greater or equal than 1");
        }
        depth = newDepth;
    }
}
