package dev.threadstone.spi;

import java.time.Duration;

/**
 * A request that was handed to an actor. Its state changes only inside {@link Session#settle()} and
 * {@link Session#elapse(Duration)}.
 */
public interface Pending {

    /** The request as it was posted. */
    Request request();

    /** How it ended, or {@link Outcome.Blocked} while it has not. */
    Outcome outcome();

    /**
     * The scenario time between the start of the request and its end, on the runtime's own monotonic clock; up to now
     * while it has not ended.
     */
    Duration elapsed();
}
