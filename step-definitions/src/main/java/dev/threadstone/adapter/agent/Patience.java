package dev.threadstone.adapter.agent;

import java.time.Duration;

/** A limit on real time that only ever ends what would not have ended by itself. */
final class Patience {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long end;

    Patience(Duration budget) {
        end = System.nanoTime() + budget.toNanos();
    }

    boolean isOver() {
        return remainingNanos() <= 0;
    }

    /** Milliseconds left, at most so many, at least one. */
    long millis(long atMost) {
        return Math.max(1, Math.min(atMost, remainingNanos() / NANOS_PER_MILLI));
    }

    private long remainingNanos() {
        return end - System.nanoTime();
    }
}
