package dev.threadstone.adapter.reference;

import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * What a thread waits for that nobody holds.
 *
 * @param what in words
 */
record Awaited(String what) implements Waiting {

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
