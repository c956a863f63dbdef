package dev.threadstone.suite;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells a run that it should execute no further scenario. Thread-safe. */
public final class StopSwitch {

    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Lets the scenarios under way end, and begins no other. */
    public void stop() {
        stopped.set(true);
    }

    public boolean stopped() {
        return stopped.get();
    }
}
