package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Arguments;

/** One call of a callback. The runtime's thread ends it; the scenario's thread publishes and reads. */
final class ActivationRecord {

    private final String callback;
    private final String actor;
    private final String thread;
    private final Arguments arguments;
    private volatile boolean ended;
    private volatile Activation published;

    ActivationRecord(String callback, String actor, String thread, Arguments arguments) {
        this.callback = callback;
        this.actor = actor;
        this.thread = thread;
        this.arguments = arguments;
        this.published = snapshot();
    }

    String actor() {
        return actor;
    }

    void end() {
        ended = true;
    }

    void publish() {
        if (published.ended() != ended) {
            published = snapshot();
        }
    }

    Activation activation() {
        return published;
    }

    private Activation snapshot() {
        return new Activation(callback, actor, thread, arguments, ended);
    }
}
