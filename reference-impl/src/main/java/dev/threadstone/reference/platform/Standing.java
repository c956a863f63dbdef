package dev.threadstone.reference.platform;

import java.math.BigDecimal;
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
        return describeWait(waiting)
                + (deadline.isNever() ? "" : ", for " + seconds(deadline.nanos() - now) + " s more at most");
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(Math.max(0, nanos), 9).stripTrailingZeros().toPlainString();
    }

    private String describeWait(Waiting what) {
        PlatformThread holder = what.heldBy();
        return thread.name() + " waits for " + what.what() + (holder == null ? "" : " (held by " + holder.name() + ")");
    }
}
