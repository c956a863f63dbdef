package dev.threadstone.reference.gil;

import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What makes an operation on one object indivisible. With a GIL that is the GIL, and this does nothing; a free-threaded
 * build has a mutex per object. The code inside must not block and must not enter another section.
 *
 * <p>Thread-safety: called by attached threads.
 *
 * <p>Source: Python C API reference, "Critical Section API".
 */
public final class CriticalSection implements Waiting {

    private final Platform platform;
    private final boolean needed;
    private final AtomicReference<@Nullable ThreadState> inside = new AtomicReference<>();
    private final ConcurrentLinkedQueue<ThreadState> waiters = new ConcurrentLinkedQueue<>();

    /** A section that nobody is in. */
    public CriticalSection(Platform platform, Gil gil) {
        this.platform = platform;
        this.needed = !gil.isEnabled();
    }

    /** Runs the code as one step. */
    public <T extends @Nullable Object> T call(ThreadState thread, Supplier<T> code) {
        if (!needed) {
            return code.get();
        }
        enter(thread);
        try {
            return code.get();
        } finally {
            leave();
        }
    }

    private void enter(ThreadState thread) {
        if (inside.compareAndSet(null, thread)) {
            return;
        }
        waiters.add(thread);
        while (!inside.compareAndSet(null, thread)) {
            platform.park(this, Deadline.NEVER);
        }
        waiters.remove(thread);
    }

    private void leave() {
        inside.set(null);
        ThreadState first = waiters.peek();
        if (first != null) {
            platform.unpark(first.platformThread());
        }
    }

    @Override
    public String what() {
        return "the critical section of an object";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        ThreadState thread = inside.get();
        return thread == null ? null : thread.platformThread();
    }
}
