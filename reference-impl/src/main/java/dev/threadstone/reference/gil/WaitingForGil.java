package dev.threadstone.reference.gil;

import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import org.jspecify.annotations.Nullable;

/** A thread that wants to run Python code while another one does. */
record WaitingForGil(Gil gil) implements Waiting {

    @Override
    public String what() {
        return "the GIL";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return gil.heldBy();
    }

    @Override
    public boolean idle() {
        return gil.isClosed();
    }
}
