package dev.threadstone.spi;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

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

    /**
     * Runs a function of the scenario's. Becomes no actor.
     *
     * @param source the whole function as Python source, {@code def} included; durations are literals such as {@code 2s}
     * @param modules the modules that it names
     * @param parameters of the function
     * @param body the same source, read
     */
    record Program(String source, List<String> modules, List<String> parameters, List<Statement> body)
            implements Behaviour {
        public Program {
            modules = List.copyOf(modules);
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }

        /** The source as a Python reads it, with its imports, and with literals in the place of the durations. */
        public String source(Function<Duration, String> literal) {
            var imports = modules.isEmpty() ? "" : "import " + String.join(", ", modules) + "\n";
            return imports + DurationLiteral.replaced(source, literal);
        }
    }

    static Behaviour returning(Value value) {
        return new Scripted(List.of(), new Ending.Return(value));
    }

    static Behaviour doing(List<Request> requests) {
        return new Scripted(requests, Ending.RETURN_NONE);
    }
}
