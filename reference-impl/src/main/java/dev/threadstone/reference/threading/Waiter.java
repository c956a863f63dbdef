package dev.threadstone.reference.threading;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Platform;

/** One wait of one thread. A thread has several at once when a signal handler waits too. */
final class Waiter {

    private final ThreadState thread;
    private volatile boolean granted;

    Waiter(ThreadState thread) {
        this.thread = thread;
    }

    /** A wait that is over before it began. */
    static Waiter granted(ThreadState thread) {
        Waiter waiter = new Waiter(thread);
        waiter.granted = true;
        return waiter;
    }

    ThreadState thread() {
        return thread;
    }

    boolean isGranted() {
        return granted;
    }

    /** Gives the thread what it waits for, and wakes it. */
    void grant(Platform platform) {
        granted = true;
        platform.unpark(thread.platformThread());
    }
}
