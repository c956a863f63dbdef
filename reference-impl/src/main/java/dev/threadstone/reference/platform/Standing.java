package dev.threadstone.reference.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a living thread is doing.
 *
 * @param waiting what it waits for, or null if it is not parked
 * @param deadline until when
 */
record Standing(PlatformThread thread, @Nullable Waiting waiting, Deadline deadline) {

    /** Whether it waits, for something that somebody must give it, for as long as that takes. */
    boolean waitsForEver() {
        return waiting != null && !waiting.idle() && deadline.isNever();
    }

    String describe(long now) {
        if (waiting == null) {
            return thread.name() + " runs";
        }
        if (waiting.idle()) {
            return thread.name() + " is idle";
        }
        String limit = deadline.isNever() ? "" : ", for " + (deadline.nanos() - now) + " ns more at most";
        return describeWait(waiting) + limit;
    }

    private String describeWait(Waiting what) {
        PlatformThread holder = what.heldBy();
        return thread.name() + " waits for " + what.what() + (holder == null ? "" : " (held by " + holder.name() + ")");
    }
}
