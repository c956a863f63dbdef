package dev.threadstone.reference.platform;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs the bodies of threads and remembers the first error that one of them let out, for the driver. */
final class Failures {

    private final AtomicReference<@Nullable IllegalStateException> first = new AtomicReference<>();

    void run(PlatformThread thread, Runnable body) {
        try {
            body.run();
        } catch (PlatformClosedError unwound) {
            return;
        } catch (Throwable problem) {
            add("the body of thread " + thread.name() + " threw " + problem, problem);
        }
    }

    void add(String message, Throwable cause) {
        first.compareAndSet(null, new IllegalStateException(message, cause));
    }

    /** Throws what it remembers, once. */
    void rethrow() {
        IllegalStateException found = first.getAndSet(null);
        if (found != null) {
            throw found;
        }
    }
}
