package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads where threads are. A trail is a list of texts and numbers from the outside in: {@code #12} is the request with
 * that number, a number is an index into the sequence that runs, another text is the callback that has been called.
 */
final class Trails {

    private final Map<String, Callback> callbacks;

    Trails(Map<String, Callback> callbacks) {
        this.callbacks = callbacks;
    }

    /** The request that a pending one has come to, inside it. */
    Request innermost(AgentPending pending, JsonNode where) {
        for (var trail : where) {
            for (int index = 0; index < trail.size(); index++) {
                if (trail.get(index).asText().equals("#" + pending.number())) {
                    return follow(pending.request(), trail, index + 1);
                }
            }
        }
        return pending.request();
    }

    private Request follow(Request request, JsonNode trail, int index) {
        var plain = unbound(request);
        if (index >= trail.size()) {
            return plain;
        }
        var next = trail.get(index);
        if (next.isTextual()) {
            var script = script(next.asText());
            return script == null ? plain : follow(script, trail, index + 1);
        }
        return plain instanceof Request.Sequence sequence
                ? follow(sequence.requests().get(next.asInt()), trail, index + 1)
                : plain;
    }

    private Request.@Nullable Sequence script(String callback) {
        var known = callbacks.get(callback);
        return known != null && known.behaviour() instanceof Behaviour.Scripted scripted
                ? new Request.Sequence(List.copyOf(scripted.requests()), 1)
                : null;
    }

    private static Request unbound(Request request) {
        return request instanceof Request.Bind bind ? unbound(bind.request()) : request;
    }
}
