package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that have let go of a lock until they are notified, first come first. A notification reaches those who wait at
 * that moment; a thread whose time is up does not count any more.
 */
final class Notifications implements Waiting {

    private final CriticalSection section;
    private final WaitQueue queue;
    private final SharedObject owner;

    Notifications(SharedObject owner) {
        Interpreter interpreter = owner.interpreter();
        this.section = interpreter.newCriticalSection();
        this.queue = new WaitQueue(interpreter.platform());
        this.owner = owner;
    }

    /**
     * Lets go of the lock, blocks until a notification comes or the limit is reached, and takes the lock again, whatever
     * happened.
     *
     * @param letGo releases the lock; what it returns takes it again
     * @return whether a notification came
     */
    boolean await(ThreadState thread, WaitLimit limit, Supplier<Runnable> letGo) {
        Waiter waiter = section.call(thread, () -> queue.enqueue(thread));
        Runnable takeAgain;
        try {
            takeAgain = letGo.get();
        } catch (RuntimeException notReleased) {
            withdraw(thread, waiter);
            throw notReleased;
        }
        boolean notified;
        try {
            notified = thread.waitUntil(waiter::isGranted, this, limit.end()) || !withdraw(thread, waiter);
        } catch (RuntimeException interrupted) {
            withdraw(thread, waiter);
            takeAgain.run();
            throw interrupted;
        }
        takeAgain.run();
        return notified;
    }

    /** Whether it had not been notified. */
    private boolean withdraw(ThreadState thread, Waiter waiter) {
        return section.call(thread, () -> queue.remove(waiter));
    }

    /** Notifies so many of those who wait longest, or all if they are fewer. */
    void notifyFirst(ThreadState thread, int count) {
        section.call(thread, () -> queue.grantFirst(count));
    }

    void notifyEverybody(ThreadState thread) {
        notifyFirst(thread, Integer.MAX_VALUE);
    }

    /** How many wait. */
    int size() {
        return queue.size();
    }

    @Override
    public String what() {
        return "a notification of " + owner.describe();
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
