package dev.threadstone.reference.platform;

/**
 * Up to where a platform starts threads.
 *
 * @param maxThreads how many threads may live at one time
 * @param maxStackBytes the largest stack that a thread may ask for
 */
public record Limits(int maxThreads, long maxStackBytes) {

    /** A hundred thousand threads, and stacks of one gibibyte. */
    public static final Limits DEFAULT = new Limits(100_000, 1L << 30);

    public Limits {
        if (maxThreads < 1 || maxStackBytes < 0) {
            throw new IllegalArgumentException("limits must allow one thread and a stack of 0 bytes, not " + maxThreads
                    + " threads and " + maxStackBytes + " bytes");
        }
    }

    /**
     * Checks that they allow one thread more.
     *
     * @throws SpawnRefusedException if they do not, or not with such a stack
     */
    void check(int living, long stackBytes) {
        if (stackBytes < 0 || stackBytes > maxStackBytes) {
            throw new SpawnRefusedException(
                    "a stack of " + stackBytes + " bytes is outside the limits 0 to " + maxStackBytes);
        }
        if (living >= maxThreads) {
            throw new SpawnRefusedException(living + " threads are alive, and the limit is " + maxThreads);
        }
    }
}
