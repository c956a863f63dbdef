package dev.threadstone.reference.platform;

import java.util.random.RandomGenerator;

/**
 * Everything the runtime needs of a machine. All blocking, all threads and all time of the runtime go through here, so
 * that the same runtime runs on real threads and a real clock, or deterministically under a scheduler.
 *
 * <p>Thread-safety: every method may be called from any thread of this platform; {@link #unpark},
 * {@link #spawn} and {@link #nowNanos} also from outside.
 */
public interface Platform {

    /**
     * Creates a thread of control and starts it.
     *
     * @param stackBytes the wanted stack size, or 0 for the platform's default
     * @throws SpawnRefusedException if the platform cannot or will not start another thread, or one with such a stack
     */
    PlatformThread spawn(String name, long stackBytes, Runnable body);

    /**
     * The thread of control that calls.
     *
     * @throws IllegalStateException if the caller was not spawned by this platform
     */
    PlatformThread current();

    /**
     * Blocks the calling thread until somebody unparks it or the deadline is reached. One unpark may come first; the next
     * park then takes it and returns at once. Never returns for no reason.
     *
     * @param waiting what it waits for, for reports of deadlocks
     * @return true if it was unparked, false if the deadline came first
     */
    boolean park(Waiting waiting, Deadline deadline);

    /** Lets a parked thread go on, or its next {@link #park} return at once. Of several unparks only one is kept. */
    void unpark(PlatformThread thread);

    /** The clock, in nanoseconds since some origin. Monotonic; reading it never moves it. */
    long nowNanos();

    /** The only source of chance in the runtime. */
    RandomGenerator random();

    /**
     * A scheduling point: the calling thread is about to perform an operation on a shared object. A scheduler may let
     * others run first. Does nothing on a real machine.
     */
    void point(Object object, Operation operation);
}
