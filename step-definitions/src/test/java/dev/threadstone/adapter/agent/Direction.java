package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Value;
import java.util.List;
import java.util.Map;

/** Short words for directing a session in tests. */
record Direction(Session session) {

    /** Lets an actor do something and settles. */
    Pending act(String actor, Request request) {
        var pending = session.post(actor, request);
        session.settle();
        return pending;
    }

    Outcome outcome(Request request) {
        return act(Session.MAIN, request).outcome();
    }

    /** What the main thread gets. */
    Value get(Request request) {
        var outcome = outcome(request);
        if (outcome instanceof Outcome.Returned returned) {
            return returned.value();
        }
        throw new AssertionError(request + " " + outcome);
    }

    Value get(String target, String attribute) {
        return get(Request.get(target, attribute));
    }

    Value call(String target, String method, Value... arguments) {
        return get(Request.call(target, method, Arguments.of(arguments)));
    }

    Value function(String name, Value... arguments) {
        return get(Request.function(name, arguments));
    }

    void bind(String name, String type, Value... arguments) {
        get(new Request.Bind(name, Request.create(type, Arguments.of(arguments))));
    }

    void script(String name, Ending ending, Request... requests) {
        session.prepare(Callback.of(name, new Behaviour.Scripted(List.of(requests), ending)));
    }

    /** Starts a thread under a name whose target is already prepared under that name. */
    void start(String name) {
        var target = Arguments.keywords(Map.of("target", Value.ref(name)));
        get(new Request.Bind(name, Request.create("threading.Thread", target)));
        call(name, "start");
    }

    /** Starts a controlled thread. */
    void startControlled(String name) {
        session.prepare(Callback.controlled(name));
        start(name);
    }

    void reply(String actor, Ending ending) {
        act(actor, new Request.Reply(ending));
    }
}
