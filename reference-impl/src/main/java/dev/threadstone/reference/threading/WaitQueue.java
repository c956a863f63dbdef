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

    /** Takes out the first waiter, who is to be granted what it waits for; null if there is none. */
    @Nullable Waiter poll() {
        return waiters.poll();
    }

    int size() {
        return waiters.size();
    }

    /** Grants so many of those who wait longest, or all if they are fewer. How many there were. */
    int grantFirst(int count) {
        int granted = 0;
        while (granted < count && !waiters.isEmpty()) {
            waiters.remove().grant(platform);
            granted++;
        }
        return granted;
    }

    void grantAll() {
        grantFirst(Integer.MAX_VALUE);
    }
}
