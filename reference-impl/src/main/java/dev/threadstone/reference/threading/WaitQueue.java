package dev.threadstone.reference.threading;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Platform;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Who waits for one primitive, first come first. Touched only inside the primitive's critical section. */
final class WaitQueue {

    private final Platform platform;
    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();

    WaitQueue(Platform platform) {
        this.platform = platform;
    }

    Waiter enqueue(ThreadState thread) {
        Waiter waiter = new Waiter(thread);
        waiters.add(waiter);
        return waiter;
    }

    /** Whether it was still waiting; otherwise it has been granted what it waited for. */
    boolean remove(Waiter waiter) {
        return waiters.remove(waiter);
    }

    /** Grants the first waiter; null if there is none. */
    @Nullable ThreadState grantFirst() {
        Waiter first = waiters.poll();
        if (first == null) {
            return null;
        }
        first.grant(platform);
        return first.thread();
    }

    void grantAll() {
        while (grantFirst() != null) {
            // each grant takes one out
        }
    }
}
