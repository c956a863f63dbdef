package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Request;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that a coroutine performs: part by part, because it must let go of its thread at every await. */
final class CoroutineRequest {

    private final Performer performer;
    private final Names names;
    private final ArrayDeque<Part> left = new ArrayDeque<>();
    private Object result = PythonNone.NONE;
    private @Nullable Part awaiting;

    /**
     * One part.
     *
     * @param name what its result is bound to, or null
     * @param awaits whether its result is to be awaited first
     */
    private record Part(Request request, @Nullable String name, boolean awaits) {}

    CoroutineRequest(Request request, Performer performer, Names names) {
        this.performer = performer;
        this.names = names;
        addParts(request);
    }

    private void addParts(Request request) {
        if (request instanceof Request.Sequence sequence) {
            for (int round = 0; round < sequence.times(); round++) {
                sequence.requests().forEach(this::addParts);
            }
        } else if (request instanceof Request.Bind bind) {
            left.add(part(bind.request(), bind.name()));
        } else {
            left.add(part(request, null));
        }
    }

    private static Part part(Request request, @Nullable String name) {
        return request instanceof Request.Await await
                ? new Part(await.request(), name, true)
                : new Part(request, name, false);
    }

    /** Goes on to the next thing that is to be awaited; empty if nothing is left to do. */
    Optional<Object> proceed() {
        for (var part = left.poll(); part != null; part = left.poll()) {
            var found = performer.perform(part.request());
            if (part.awaits()) {
                awaiting = part;
                return Optional.of(found);
            }
            finish(part, found);
        }
        return Optional.empty();
    }

    /** What was awaited has come. */
    void awaited(Object value) {
        var part = awaiting;
        if (part != null) {
            awaiting = null;
            finish(part, value);
        }
    }

    Object result() {
        return result;
    }

    private void finish(Part part, Object found) {
        if (part.name() != null) {
            names.bind(part.name(), found);
        }
        result = found;
    }
}
