package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Request;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Somebody who can be given requests: the main module, or a controlled callback that has been called. */
final class Actor {

    private final String name;
    private final Steering.Waiter waiter;
    private final AtomicReference<@Nullable PendingRequest> mailbox = new AtomicReference<>();
    private final ConcurrentLinkedDeque<Request> calls = new ConcurrentLinkedDeque<>();
    private @Nullable PendingRequest last;

    /** @param waiter where the actor's own thread waits */
    Actor(String name, Steering.Waiter waiter) {
        this.name = name;
        this.waiter = waiter;
    }

    String name() {
        return name;
    }

    /** Called by the scenario's thread. */
    void post(PendingRequest pending) {
        var unfinished = last;
        if (unfinished != null && !unfinished.isPublished()) {
            throw new IllegalStateException(name + " has not answered its last request, "
                    + RequestText.of(unfinished.request()) + ", and cannot take "
                    + RequestText.of(pending.request()) + ".");
        }
        last = pending;
        mailbox.set(pending);
        waiter.wake();
    }

    /** Called by the actor's thread: waits for the next request. */
    PendingRequest take() {
        var next = mailbox.getAndSet(null);
        while (next == null) {
            waiter.await();
            next = mailbox.getAndSet(null);
        }
        return next;
    }

    /** Called by the actor's thread: the next request, or null if there is none yet. */
    @Nullable PendingRequest poll() {
        return mailbox.getAndSet(null);
    }

    /** The actor's thread begins a call of the runtime. */
    void enter(Request call) {
        calls.push(call);
    }

    void leave() {
        calls.pop();
    }

    /** Shows the outcome of the last request to the scenario. */
    void publish() {
        var pending = last;
        if (pending != null && !pending.isPublished()) {
            pending.publish(() -> waitingIn(pending));
        }
    }

    /** Whether the scenario knows how the last request ended. */
    boolean isAnswered() {
        var pending = last;
        return pending == null || pending.isPublished();
    }

    /** The innermost call that the actor is in, as Python source. */
    private String waitingIn(PendingRequest pending) {
        var innermost = calls.peek();
        return RequestText.of(innermost == null ? pending.request() : innermost);
    }
}
