package dev.threadstone.reference.signals;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thread in {@code sigwait}. */
final class SignalWait implements Waiting {

    private final ThreadState thread;
    private final Set<Signal> wanted;
    private final SignalMasks masks;
    private @Nullable Signal got;

    SignalWait(ThreadState thread, Set<Signal> wanted, SignalMasks masks) {
        this.thread = thread;
        this.wanted = Set.copyOf(wanted);
        this.masks = masks;
    }

    /** Whether it waits for this one among others. */
    boolean wants(Signal signal) {
        return wanted.contains(signal);
    }

    /** Takes a signal that is kept, if there is one that it wants. Called by the waiting thread. */
    boolean isOver() {
        if (got == null) {
            got = wanted.stream().sorted().filter(masks::take).findFirst().orElse(null);
        }
        return got != null;
    }

    @Nullable Signal got() {
        return got;
    }

    PlatformThread platformThread() {
        return thread.platformThread();
    }

    @Override
    public String what() {
        return "one of the signals " + wanted;
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
