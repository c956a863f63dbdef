package dev.threadstone.reference.gil;

import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import org.jspecify.annotations.Nullable;

/** The fate of a thread whose interpreter has finalized: it stands where it stood, and nobody can change that. */
enum Stopped implements Waiting {
    WAITING;

    @Override
    public String what() {
        return "nothing: its interpreter has finalized";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }

    @Override
    public boolean idle() {
        return true;
    }
}
