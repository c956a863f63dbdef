package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Steering;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.DirectedPlatform;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import dev.threadstone.spi.Evidence;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steering of the reference's threads by its own platform, which knows who is parked and until when: evidence is exact on
 * the simulated and on the real clock.
 */
final class PlatformSteering implements Steering {

    /** Far more switch intervals than there are threads to take a turn each. */
    private static final int MOST_TURNS = 1000;

    private final DirectedPlatform platform;
    private final Interpreter interpreter;
    private final boolean virtualTime;

    PlatformSteering(DirectedPlatform platform, Interpreter interpreter, boolean virtualTime) {
        this.platform = platform;
        this.interpreter = interpreter;
        this.virtualTime = virtualTime;
    }

    @Override
    public Waiter waiter() {
        return new DetachedWaiter(interpreter.current());
    }

    @Override
    public Object currentThread() {
        return platform.current();
    }

    @Override
    public boolean settle(Duration budget) {
        return platform.settle(budget) && giveTurns(budget);
    }

    @Override
    public boolean elapse(Duration duration, Duration budget) {
        return platform.elapse(duration, budget) && giveTurns(budget);
    }

    /** Nobody is at rest who only waits for a computing thread to hand over the GIL: that takes its time. */
    private boolean giveTurns(Duration budget) {
        for (int turn = 0; turn < MOST_TURNS && interpreter.gil().isContended(); turn++) {
            if (!platform.elapse(interpreter.gil().switchInterval(), budget)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Evidence evidence() {
        return Evidence.EXACT;
    }

    @Override
    public Duration now() {
        return Duration.ofNanos(platform.nowNanos());
    }

    @Override
    public boolean virtualTime() {
        return virtualTime;
    }

    @Override
    public void point(Object shared, boolean write) {
        interpreter.current().checkpoint();
        platform.point(shared, write ? Operation.WRITE : Operation.READ);
    }

    @Override
    public String report() {
        return platform.report();
    }

    @Override
    public List<String> leftBehind() {
        return platform.report().lines().toList();
    }

    @Override
    public void close() {
        platform.close();
    }

    /** Waits for orders without the GIL. In the main thread signal handlers run meanwhile. */
    private final class DetachedWaiter implements Waiter {

        private final ThreadState thread;
        private volatile boolean woken;

        DetachedWaiter(ThreadState thread) {
            this.thread = thread;
        }

        @Override
        public void await() {
            thread.waitUntil(() -> woken, Orders.WAITING, Deadline.NEVER);
            woken = false;
        }

        @Override
        public void wake() {
            woken = true;
            platform.unpark(thread.platformThread());
        }
    }

    /** What an actor waits for between requests. */
    private enum Orders implements Waiting {
        WAITING;

        @Override
        public String what() {
            return "orders";
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
}
