package dev.threadstone.reference.platform;

import java.util.concurrent.locks.LockSupport;

/**
 * A wait of the driver, on the real clock and within a budget. An interrupt does not disturb it and is not lost: the driver
 * finds it when the wait is closed.
 */
final class DriverWait implements AutoCloseable {

    private final long start = System.nanoTime();
    private final long budgetNanos;
    private boolean interrupted;

    DriverWait(long budgetNanos) {
        this.budgetNanos = budgetNanos;
    }

    /** Blocks until somebody unparks the driver, or for no reason. At once false if the budget is spent. */
    boolean sleep() {
        if (budgetNanos == Long.MAX_VALUE) {
            LockSupport.park(this);
        } else if (!sleepWithinBudget()) {
            return false;
        }
        interrupted |= Thread.interrupted();
        return true;
    }

    private boolean sleepWithinBudget() {
        long left = budgetNanos - (System.nanoTime() - start);
        if (left <= 0) {
            return false;
        }
        LockSupport.parkNanos(this, left);
        return true;
    }

    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
