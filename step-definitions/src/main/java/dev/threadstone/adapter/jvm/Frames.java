package dev.threadstone.adapter.jvm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What of the scenario's runs on each thread of the runtime, outermost first. */
final class Frames {

    private final Map<Object, Deque<Frame>> byThread = new ConcurrentHashMap<>();
    private final Map<Object, String> first = new ConcurrentHashMap<>();
    private final Supplier<Object> currentThread;

    /**
     * An activation, or the main module, on its thread.
     *
     * @param actor null if it follows a script
     * @param locals the local variables of a function; used by its thread alone
     */
    record Frame(String name, @Nullable Actor actor, Map<String, Object> locals) {

        Frame(String name, @Nullable Actor actor) {
            this(name, actor, Map.of());
        }
    }

    Frames(Supplier<Object> currentThread) {
        this.currentThread = currentThread;
    }

    /** The name of the first frame that the calling thread ever had; empty if it had none. */
    Optional<String> outermost() {
        return Optional.ofNullable(first.get(currentThread.get()));
    }

    /** The innermost actor of the calling thread. */
    Optional<Actor> actor() {
        var frames = byThread.get(currentThread.get());
        if (frames == null) {
            return Optional.empty();
        }
        for (var frame : frames) {
            if (frame.actor() != null) {
                return Optional.of(frame.actor());
            }
        }
        return Optional.empty();
    }

    /** A local variable of the innermost frame of the calling thread. */
    Optional<Object> local(String name) {
        var frames = byThread.get(currentThread.get());
        return frames == null || frames.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(frames.element().locals().get(name));
    }

    void push(Frame frame) {
        first.putIfAbsent(currentThread.get(), frame.name());
        byThread.computeIfAbsent(currentThread.get(), thread -> new ArrayDeque<>())
                .push(frame);
    }

    void pop() {
        byThread.computeIfPresent(currentThread.get(), (thread, frames) -> {
            frames.poll();
            return frames.isEmpty() ? null : frames;
        });
    }
}
