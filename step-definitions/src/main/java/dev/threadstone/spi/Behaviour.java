package dev.threadstone.spi;

import java.util.List;

/** What a callback does when the runtime calls it. */
public sealed interface Behaviour {

    Behaviour CONTROLLED = new Controlled();

    /** Becomes an actor and waits for requests until a {@link Request.Reply} ends it. */
    record Controlled() implements Behaviour {}

    /** Performs the requests in order, then ends as told. Becomes no actor. */
    record Scripted(List<Request> requests, Ending ending) implements Behaviour {
        public Scripted {
            requests = List.copyOf(requests);
        }
    }

    static Behaviour returning(Value value) {
        return new Scripted(List.of(), new Ending.Return(value));
    }

    static Behaviour doing(List<Request> requests) {
        return new Scripted(requests, Ending.RETURN_NONE);
    }
}
