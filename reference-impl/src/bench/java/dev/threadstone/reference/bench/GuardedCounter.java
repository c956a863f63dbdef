package dev.threadstone.reference.bench;

import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** A counter behind a fair lock, both made of nothing but a simulation. */
final class GuardedCounter {

    private final Platform platform;
    private final ArrayDeque<PlatformThread> waiters = new ArrayDeque<>();
    private final Waiting waiting = new LockWait();
    private final Object value = new Object();
    private @Nullable PlatformThread holder;
    private int count;

    GuardedCounter(Platform platform) {
        this.platform = platform;
    }

    void increase(int times) {
        for (int i = 0; i < times; i++) {
            acquire();
            platform.point(value, Operation.READ);
            int read = count;
            platform.point(value, Operation.WRITE);
            count = read + 1;
            release();
        }
    }

    int value() {
        return count;
    }

    private void acquire() {
        platform.point(this, Operation.ACQUIRE);
        PlatformThread self = platform.current();
        if (holder == null) {
            holder = self;
            return;
        }
        waiters.add(self);
        platform.park(waiting, Deadline.NEVER);
    }

    private void release() {
        platform.point(this, Operation.RELEASE);
        holder = waiters.poll();
        if (holder != null) {
            platform.unpark(holder);
        }
    }

    private final class LockWait implements Waiting {

        @Override
        public String what() {
            return "lock";
        }

        @Override
        public @Nullable PlatformThread heldBy() {
            return holder;
        }
    }
}
