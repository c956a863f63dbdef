package dev.threadstone.reference.platform;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The thread outside that has the token while a simulation is at rest. */
final class Driver {

    private volatile boolean token = true;
    private @Nullable Thread waiting;

    boolean hasToken() {
        return token;
    }

    /** The calling thread is the driver and is about to give the token away. */
    void leave() {
        waiting = Thread.currentThread();
        token = false;
    }

    void resume() {
        token = true;
        LockSupport.unpark(waiting);
    }

    /**
     * Blocks the calling thread, which is the driver, until the token is back.
     *
     * @return false if that took longer than the budget
     */
    boolean await(long budgetNanos) {
        try (var wait = new DriverWait(budgetNanos)) {
            while (!token && wait.sleep()) {
                // Woken for no reason.
            }
        }
        return token;
    }
}
