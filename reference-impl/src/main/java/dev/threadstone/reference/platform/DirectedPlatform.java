package dev.threadstone.reference.platform;

import java.time.Duration;

/**
 * A platform whose threads can be observed from outside: by a test, or by a scenario. All methods are called by one
 * thread that is none of the platform's.
 */
public interface DirectedPlatform extends Platform, AutoCloseable {

    /**
     * A budget that is never spent. It saves a timer, which is dear where the driver is a virtual thread and settles a
     * hundred thousand times a second.
     */
    Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

    /**
     * Returns when every thread has ended or is parked, and no parked thread's deadline has been reached.
     *
     * @param budget how long that may take on a real clock
     * @return false if the budget ran out first, or the bound on steps of a simulation
     * @throws IllegalStateException if the body of a thread has thrown anything; that is the cause
     */
    boolean settle(Duration budget);

    /**
     * Lets time pass and settles. Deadlines on the way are met in their order, each at its own time.
     *
     * @throws IllegalArgumentException if the duration is negative
     * @throws IllegalStateException as {@link #settle}
     */
    boolean elapse(Duration duration, Duration budget);

    /** The living threads and what each waits for, one line a thread; a cycle of holders is named as a deadlock. */
    String report();

    /**
     * Ends all threads, whatever they are doing: a parked thread never comes back out of its park, but unwinds with a
     * {@link PlatformClosedError}, and a running one does so at its next scheduling point. Idempotent.
     */
    @Override
    void close();
}
