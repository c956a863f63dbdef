package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Waiting;

/** A flag that can be waited for. Setting it releases all who wait at that moment, even if it is cleared at once. */
final class Flag {

    private final CriticalSection section;
    private final WaitQueue queue;
    private volatile boolean set;

    Flag(Interpreter interpreter) {
        this.section = interpreter.newCriticalSection();
        this.queue = new WaitQueue(interpreter.platform());
    }

    boolean isSet() {
        return set;
    }

    void set(ThreadState thread) {
        section.call(thread, () -> {
            set = true;
            queue.grantAll();
            return true;
        });
    }

    void clear(ThreadState thread) {
        section.call(thread, () -> set = false);
    }

    /** Blocks until the flag is set or the deadline is reached; whether it was set. */
    boolean await(ThreadState thread, Waiting waiting, Deadline deadline) {
        Waiter waiter = section.call(thread, () -> enqueueUnlessSet(thread));
        boolean granted;
        try {
            granted = thread.waitUntil(waiter::isGranted, waiting, deadline);
        } catch (RuntimeException interrupted) {
            section.call(thread, () -> queue.remove(waiter));
            throw interrupted;
        }
        return granted || section.call(thread, () -> !queue.remove(waiter));
    }

    private Waiter enqueueUnlessSet(ThreadState thread) {
        return set ? Waiter.granted(thread) : queue.enqueue(thread);
    }
}
