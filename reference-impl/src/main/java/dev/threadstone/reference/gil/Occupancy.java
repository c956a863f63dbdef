package dev.threadstone.reference.gil;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What a lock has seen: how many held it at once, and how often it went from a thread that was asked for it to another.
 *
 * <p>Thread-safety: usable from any thread.
 */
public final class Occupancy {

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong most = new AtomicLong();
    private final AtomicLong handOvers = new AtomicLong();

    Occupancy() {}

    void enter() {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
    }

    void leave() {
        now.decrementAndGet();
    }

    void handOver() {
        handOvers.incrementAndGet();
    }

    /** How many threads have held the lock at once, at most. */
    public long most() {
        return most.get();
    }

    /** How often a computing thread has handed the lock over because somebody had asked for it. */
    public long handOvers() {
        return handOvers.get();
    }
}
