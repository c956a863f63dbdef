package dev.threadstone.adapter.reference;

import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import org.jspecify.annotations.Nullable;

/** A thread that runs native code without the GIL. */
enum NativeCode implements Waiting {
    WAITING;

    @Override
    public String what() {
        return "the end of its native computation";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
