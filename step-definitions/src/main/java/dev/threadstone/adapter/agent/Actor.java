package dev.threadstone.adapter.agent;

import org.jspecify.annotations.Nullable;

/** One activation of a callback, or the main thread. Takes requests if it has an inbox. */
final class Actor {

    private final String callback;
    private final String name;
    private final String thread;
    private final @Nullable Integer inbox;
    private @Nullable AgentPending pending;
    private boolean ended;

    /**
     * @param callback the name of the callback, or {@code main}
     * @param name the name of this activation
     * @param thread the name of the first activation on the same thread
     * @param inbox where the agent takes requests for it, or null
     */
    Actor(String callback, String name, String thread, @Nullable Integer inbox) {
        this.callback = callback;
        this.name = name;
        this.thread = thread;
        this.inbox = inbox;
    }

    String callback() {
        return callback;
    }

    String name() {
        return name;
    }

    String thread() {
        return thread;
    }

    @Nullable Integer inbox() {
        return inbox;
    }

    boolean takesRequests() {
        return inbox != null && !ended;
    }

    boolean busy() {
        return pending != null && !pending.left();
    }

    void begin(AgentPending next) {
        pending = next;
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
