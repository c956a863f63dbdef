package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.gil.ThreadState.Wakeup;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Lock} and {@code RLock} have in common: one holder, and a queue of those who want to be it. A release makes
 * the first in the queue the holder at once, so that nobody who comes later is faster.
 */
final class HandOffLock implements Waiting {

    private final CriticalSection section;
    private final WaitQueue queue;
    private final Platform platform;
    private final SharedObject owner;
    private volatile @Nullable ThreadState holder;

    HandOffLock(Interpreter interpreter, SharedObject owner) {
        this.section = interpreter.newCriticalSection();
        this.platform = interpreter.platform();
        this.queue = new WaitQueue(platform);
        this.owner = owner;
    }

    /**
     * Blocks until the lock is the caller's or the deadline is reached; does not block if that is past. While signal
     * handlers run, the caller stands in no queue, so that they find the lock as everybody else does.
     */
    boolean acquire(ThreadState thread, Deadline deadline) {
        while (true) {
            Waiter waiter = section.<@Nullable Waiter>call(thread, () -> takeOrQueue(thread));
            if (waiter == null) {
                return true;
            }
            Wakeup wakeup = thread.block(waiter::isGranted, this, deadline);
            if (wakeup == Wakeup.CONDITION || !section.call(thread, () -> queue.remove(waiter))) {
                return true;
            }
            if (wakeup == Wakeup.DEADLINE) {
                return false;
            }
            thread.makePendingCalls();
        }
    }

    /** Blocks until the lock is the caller's, whatever comes. Signal handlers run when it is over. */
    void acquireUninterruptibly(ThreadState thread) {
        Waiter waiter = section.<@Nullable Waiter>call(thread, () -> takeOrQueue(thread));
        if (waiter != null) {
            thread.waitUninterruptibly(waiter::isGranted, this);
        }
    }

    /** Frees the lock or hands it to the first waiter. Whether it was locked at all. */
    boolean release(ThreadState thread) {
        return section.call(thread, () -> {
            boolean locked = holder != null;
            handOn();
            return locked;
        });
    }

    /** The next holder is told last: without a GIL it runs at once, and must find itself the holder. */
    private void handOn() {
        Waiter next = queue.poll();
        holder = next == null ? null : next.thread();
        if (next != null) {
            next.grant(platform);
        }
    }

    boolean isLocked() {
        return holder != null;
    }

    @Nullable ThreadState holder() {
        return holder;
    }

    private @Nullable Waiter takeOrQueue(ThreadState thread) {
        if (holder == null) {
            holder = thread;
            return null;
        }
        return queue.enqueue(thread);
    }

    @Override
    public String what() {
        return owner.describe();
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        ThreadState thread = holder;
        return thread == null ? null : thread.platformThread();
    }
}
