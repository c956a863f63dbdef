package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Evidence;
import java.time.Duration;
import java.util.List;

/**
 * How the threads of a runtime are held and observed: the one thing that differs between a runtime on plain Java threads
 * and one that brings a scheduler of its own. All durations are on the runtime's clock, before any scaling.
 */
public interface Steering extends AutoCloseable {

    /** Where one thread of the runtime waits for orders. */
    interface Waiter {

        /** Called by the thread it belongs to: blocks until woken. May return for no reason. */
        void await();

        /** Called by the scenario: lets the thread go on, or its next wait return at once. */
        void wake();
    }

    /** A place for the calling thread to wait for orders. While it waits it must not keep others from running. */
    Waiter waiter();

    /** The calling thread of the runtime, as an identity. */
    Object currentThread();

    /**
     * Returns when every thread of the runtime has ended, waits for orders or is blocked, and no wait whose time is up is
     * left.
     *
     * @param budget how long that may take
     * @return false if the budget ran out first
     */
    boolean settle(Duration budget);

    /** Lets time pass and settles. */
    boolean elapse(Duration duration, Duration budget);

    /** How {@link #settle} knows that a thread is blocked. */
    Evidence evidence();

    /** The runtime's monotonic clock. */
    Duration now();

    /** Whether time passes in {@link #elapse} only. */
    boolean virtualTime();

    /**
     * The calling thread is about to make a call that waits no longer than this.
     *
     * @return to be run when the call has ended
     */
    default Runnable expectReturnWithin(Duration longest) {
        return () -> {};
    }

    /** The calling thread is about to read or write a shared variable of the scenario: others may go first. */
    default void point(Object shared, boolean write) {}

    /** The living threads and what each waits for, a line for each: for reports of hangs. */
    String report();

    /** The threads that live on after {@link #close()}, a line for each; empty if that cannot be told. */
    default List<String> leftBehind() {
        return List.of();
    }

    /** Ends the runtime's threads as far as they can be ended. Idempotent; never throws. */
    @Override
    void close();
}
