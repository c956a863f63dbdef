package dev.threadstone.reference.platform;

import org.jspecify.annotations.Nullable;

/** What a parked thread waits for: the facts of a deadlock report. */
public interface Waiting {

    /** The thing waited for, in words: {@code lock guard}. */
    String what();

    /** Who holds it, or null if nobody does or it is nothing that one holds. */
    @Nullable PlatformThread heldBy();

    /** Whether the thread waits for orders only and has nothing to do: no part of any deadlock. */
    default boolean idle() {
        return false;
    }
}
