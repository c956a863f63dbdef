package dev.threadstone.reference.gil;

import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import org.jspecify.annotations.Nullable;

/** A thread that keeps a processor busy. To the platform it sleeps, until it has done enough or is asked for the GIL. */
enum Computing implements Waiting {
    WAITING;

    @Override
    public String what() {
        return "the end of its computation";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
