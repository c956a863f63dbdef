package dev.threadstone.spi;

/**
 * A callable that the scenario passes to the runtime: a thread's target, a barrier's action, an excepthook, a signal
 * handler, a method of a subclass. Each call of it is an {@link Activation}.
 *
 * @param name unique in the session
 * @param form what kind of callable object the runtime gets
 * @param behaviour what a call does
 */
public record Callback(String name, Form form, Behaviour behaviour) {

    /** Kinds of callable objects. */
    public enum Form {
        FUNCTION,
        BOUND_METHOD,
        PARTIAL,
        CALLABLE_OBJECT,
        /** An object that can be called and whose truth value is false. */
        FALSY_CALLABLE_OBJECT,
        /**
         * A coroutine function. Calling it runs nothing; the activation begins when an event loop runs the coroutine. While
         * a controlled one waits for requests, its loop goes on.
         */
        COROUTINE
    }

    public static Callback controlled(String name) {
        return new Callback(name, Form.FUNCTION, Behaviour.CONTROLLED);
    }

    public static Callback of(String name, Behaviour behaviour) {
        return new Callback(name, Form.FUNCTION, behaviour);
    }
}
