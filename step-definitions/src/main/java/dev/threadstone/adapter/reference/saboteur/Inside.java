package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.context.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Callables that run inside of a context. */
final class Inside {

    private Inside() {}

    /** The function, to be run in a copy of the context that the caller is in now. */
    static Object copyOf(Interpreter interpreter, Object function) {
        return in(interpreter.contexts().copy(), function);
    }

    /** The function, to be run in this context. */
    static Object in(Context context, Object function) {
        if (!(function instanceof PythonCallable callable)) {
            return function;
        }
        return PythonCallable.of(
                callable.name(),
                (positional, keywords) -> Objects.requireNonNull(
                        context.run((none, nothing) -> callable.call(positional, keywords), List.of(), Map.of())));
    }
}
