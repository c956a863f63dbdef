package dev.threadstone.reference.signals;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One thread in {@code sigwait}. */
final class SignalWait implements Waiting {

    private final ThreadState thread;
    private final Set<Signal> wanted;
    private final AtomicReference<@Nullable Signal> got = new AtomicReference<>();

    SignalWait(ThreadState thread, Set<Signal> wanted) {
        this.thread = thread;
        this.wanted = Set.copyOf(wanted);
    }

    /** Gives the thread a signal if it waits for this one and has none yet. */
    boolean offer(Signal signal) {
        return wanted.contains(signal) && got.compareAndSet(null, signal);
    }

    boolean isOver() {
        return got.get() != null;
    }

    @Nullable
    Signal got() {
        return got.get();
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
