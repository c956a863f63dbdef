package dev.threadstone.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that one actor is asked to do through the runtime's public API. Names are Python's own: a Python agent is
 * little more than {@code getattr(target, method)(*args, **kwargs)}. {@code toString} gives Python source; use it to say
 * what an actor is blocked in.
 */
public sealed interface Request {

    /** Constructs an object of a type: {@code threading.Lock}, or a class made by {@link Subclass}. */
    record New(String type, Arguments arguments) implements Request {
        @Override
        public String toString() {
            return type + "(" + arguments + ")";
        }
    }

    /** Calls a method: {@code target.method(*args, **kwargs)}. The method {@code __call__} calls the target itself. */
    record Call(Value target, String method, Arguments arguments) implements Request {
        @Override
        public String toString() {
            return (method.equals("__call__") ? target.toString() : target + "." + method) + "(" + arguments + ")";
        }
    }

    /** Calls a function by its qualified name: {@code threading.current_thread}, or a builtin such as {@code repr}. */
    record Function(String name, Arguments arguments) implements Request {
        @Override
        public String toString() {
            return name + "(" + arguments + ")";
        }
    }

    /** Reads an attribute. */
    record Get(Value target, String attribute) implements Request {
        @Override
        public String toString() {
            return target + "." + attribute;
        }
    }

    /** Assigns an attribute. */
    record Set(Value target, String attribute, Value value) implements Request {
        @Override
        public String toString() {
            return target + "." + attribute + " = " + value;
        }
    }

    /**
     * Performs a request and binds its result to a name. Later the object of that name is {@link Value.Ref}, as argument
     * and as result.
     */
    record Bind(String name, Request request) implements Request {
        @Override
        public String toString() {
            return name + " = " + request;
        }
    }

    /**
     * Defines a class {@code name} that derives from {@code base} and overrides methods by callbacks; these are called
     * with {@code self} first. Bound to {@code name}, which {@link New} then takes as a type.
     */
    record Subclass(String name, String base, Map<String, String> overrides) implements Request {
        public Subclass {
            overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        }

        @Override
        public String toString() {
            return "class " + name + "(" + base + ")";
        }
    }

    /**
     * Runs {@code with target as x: body(x)}. The body is a callback.
     *
     * @param leave how the block is left once the body has returned
     */
    record With(Value target, String body, Leave leave) implements Request {
        @Override
        public String toString() {
            return "with " + target + ": " + body + "()";
        }
    }

    /** How a {@code with} block is left. */
    enum Leave {
        END,
        RETURN,
        BREAK,
        CONTINUE
    }

    /** Does nothing but name a value: what is to be awaited, for example. */
    record Name(Value value) implements Request {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** In a coroutine: performs a request and awaits its result. Meanwhile the event loop of the coroutine goes on. */
    record Await(Request request) implements Request {
        @Override
        public String toString() {
            return "await " + request;
        }
    }

    /**
     * Performs the requests in order, as often as {@code times} says, without asking the scenario in between. Ends at the
     * first that raises, with that error; returns what the last one returned.
     */
    record Sequence(List<Request> requests, int times) implements Request {
        public Sequence {
            requests = List.copyOf(requests);
        }

        @Override
        public String toString() {
            var once = requests.stream().map(Request::toString).collect(Collectors.joining("; "));
            return times == 1 ? once : "for _ in range(" + times + "): " + once;
        }
    }

    /** Ends the actor: its callback returns or raises as told. For {@value Session#MAIN}: the main module ends. */
    record Reply(Ending ending) implements Request {
        @Override
        public String toString() {
            return ending.toString();
        }
    }

    static New create(String type, Arguments arguments) {
        return new New(type, arguments);
    }

    static Call call(String target, String method, Arguments arguments) {
        return new Call(Value.ref(target), method, arguments);
    }

    static Call call(String target, String method) {
        return call(target, method, Arguments.NONE);
    }

    static Function function(String name, Value... arguments) {
        return new Function(name, Arguments.of(arguments));
    }

    static Get get(String target, String attribute) {
        return new Get(Value.ref(target), attribute);
    }

    static Set set(String target, String attribute, Value value) {
        return new Set(Value.ref(target), attribute, value);
    }
}
