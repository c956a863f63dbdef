package dev.threadstone.adapter.reference;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Behaviour;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Ending;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Pending;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Value;

/** One session with the reference and the moves that tests make in it. */
final class Scene implements AutoCloseable {

    private final Implementation implementation;
    private final Session session;

    private Scene(Settings settings) {
        implementation = new ReferenceProvider().open(settings);
        session = implementation.open();
    }

    static Scene virtual() {
        return new Scene(Settings.DEFAULTS);
    }

    static Scene with(String option, String value) {
        return new Scene(Settings.DEFAULTS.withOption(option, value));
    }

    Session session() {
        return session;
    }

    /** Posts and settles. */
    Pending post(String actor, Request request) {
        var pending = session.post(actor, request);
        session.settle();
        return pending;
    }

    Outcome main(Request request) {
        return post(Session.MAIN, request).outcome();
    }

    /** What the main thread gets; fails if it gets nothing. */
    Value value(Request request) {
        if (main(request) instanceof Outcome.Returned returned) {
            return returned.value();
        }
        throw new AssertionError("main did not return from " + request + " but " + main(request));
    }

    /** The name of the type of the error that the main thread gets. */
    String error(Request request) {
        return main(request) instanceof Outcome.Raised raised ? raised.error().type() : "no error";
    }

    void make(String name, String type, Value... arguments) {
        value(new Request.Bind(name, Request.create(type, Arguments.of(arguments))));
    }

    void task(String name, Behaviour behaviour) {
        session.prepare(Callback.of(name, behaviour));
    }

    /** Makes a thread of this name whose target is a controlled callback, and starts it. */
    void thread(String name) {
        task(name, Behaviour.CONTROLLED);
        value(new Request.Bind(name, Request.create("threading.Thread", target(name))));
        value(Request.call(name, "start"));
    }

    static Arguments target(String callback) {
        return Arguments.NONE.with("target", Value.ref(callback));
    }

    void finish(String actor) {
        post(actor, new Request.Reply(Ending.RETURN_NONE));
    }

    @Override
    public void close() {
        implementation.close();
    }
}
