package dev.threadstone.reference.futures;

import java.util.Locale;

/** How far a future is. It never goes back. */
enum Progress {
    PENDING,
    RUNNING,
    /** Cancelled, and who was to run it has not noticed yet. */
    CANCELLED,
    /** Cancelled, and who was to run it knows. */
    CANCELLED_AND_NOTIFIED,
    FINISHED;

    boolean isCancelled() {
        return this == CANCELLED || this == CANCELLED_AND_NOTIFIED;
    }

    boolean isDone() {
        return isCancelled() || this == FINISHED;
    }

    /** Whether those who wait for several futures know of its end. */
    boolean isAnnounced() {
        return this == CANCELLED_AND_NOTIFIED || this == FINISHED;
    }

    /** The word in the {@code repr} of a future. */
    String shown() {
        return isCancelled() ? CANCELLED.lower() : lower();
    }

    private String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
