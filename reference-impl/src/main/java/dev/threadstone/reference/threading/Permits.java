package dev.threadstone.reference.threading;

import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.gil.ThreadState.Wakeup;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits, and a queue of those who want one. A release hands permits to the first in the queue at once, so
 * there are never both free permits and waiters. Its operations are neither checkpoints nor scheduling points: those are the
 * business of the object that it is a part of.
 *
 * <p>Thread-safety: used by attached threads of one interpreter.
 */
public final class Permits implements Waiting {

    private final CriticalSection section;
    private final WaitQueue queue;
    private final SharedObject owner;
    private volatile long free;

    /**
     * A number of free permits.
     *
     * @param owner what reports say that a thread waits for
     */
    public Permits(SharedObject owner, long free) {
        this.section = owner.interpreter().newCriticalSection();
        this.queue = new WaitQueue(owner.interpreter().platform());
        this.owner = owner;
        this.free = free;
    }

    /**
     * Blocks until a permit is the caller's or the limit is reached. While signal handlers run, the caller stands in no
     * queue, so that no permit is lost if one raises.
     *
     * @return whether the caller has taken one
     * @throws dev.threadstone.reference.errors.OverflowError as {@link WaitLimit#end()}, if it has to wait
     */
    public boolean acquire(ThreadState thread, WaitLimit limit) {
        boolean taken = section.call(thread, this::take);
        while (!taken) {
            var end = limit.end();
            Waiter waiter = section.call(thread, () -> takeOrQueue(thread));
            Wakeup wakeup = thread.block(waiter::isGranted, this, end);
            taken = wakeup == Wakeup.CONDITION || !section.call(thread, () -> queue.remove(waiter));
            if (!taken && wakeup == Wakeup.DEADLINE) {
                return false;
            }
            if (!taken) {
                thread.makePendingCalls();
            }
        }
        return true;
    }

    /**
     * Gives so many permits at once. Never blocks.
     *
     * @return false if more than the bound would be free; nothing has happened then
     */
    public boolean release(ThreadState thread, int count, long bound) {
        return section.call(thread, () -> {
            if (count > bound - free) {
                return false;
            }
            free = free + count - queue.grantFirst(count);
            return true;
        });
    }

    /** How many nobody has. */
    public long free() {
        return free;
    }

    private boolean take() {
        long before = free;
        free = Math.max(before - 1, 0);
        return before > 0;
    }

    private Waiter takeOrQueue(ThreadState thread) {
        return take() ? Waiter.granted(thread) : queue.enqueue(thread);
    }

    @Override
    public String what() {
        return owner.describe();
    }

    /** Permits have no owner, so a wait for one closes no circle. */
    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
