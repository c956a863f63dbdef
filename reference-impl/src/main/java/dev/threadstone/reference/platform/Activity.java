package dev.threadstone.reference.platform;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many threads are running, exactly: whoever lets a thread run counts it before it can, and only a thread itself takes
 * itself off, when it has nothing more to do. So a count of 0 means rest, and not that a wake-up is on its way.
 *
 * <p>Thread-safety: any thread may count; one at a time may wait.
 */
final class Activity {

    private static final long START = (1L << 32) + 1;
    private static final long COUNT_MASK = 0xffff_ffffL;

    /** The number of starts so far in the upper half, the number of running threads in the lower. */
    private final AtomicLong state = new AtomicLong();

    private volatile @Nullable Thread waiter;

    void begin() {
        state.addAndGet(START);
    }

    void end() {
        Thread woken = isRest(state.decrementAndGet()) ? waiter : null;
        if (woken != null) {
            LockSupport.unpark(woken);
        }
    }

    /**
     * Blocks the caller until nobody runs and the condition holds at the same time. The condition may change only while
     * somebody runs, or so that somebody runs soon.
     *
     * @return false if that took longer than the budget
     */
    boolean awaitRest(BooleanSupplier condition, long budgetNanos) {
        waiter = Thread.currentThread();
        try (var wait = new DriverWait(budgetNanos)) {
            while (!restsWhile(condition)) {
                if (!wait.sleep()) {
                    return false;
                }
            }
            return true;
        } finally {
            waiter = null;
        }
    }

    /** Equal readings before and after mean that nobody ran in between. */
    private boolean restsWhile(BooleanSupplier condition) {
        long before = state.get();
        return isRest(before) && condition.getAsBoolean() && state.get() == before;
    }

    private static boolean isRest(long reading) {
        return (reading & COUNT_MASK) == 0;
    }
}
