package dev.threadstone.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that Python code can call: a thread's target, a signal handler, an exit callback. Java's null is
 * {@code None}.
 */
@FunctionalInterface
public interface PyCallable {

    /**
     * Calls it with the GIL held.
     *
     * @throws dev.threadstone.reference.errors.PythonException to raise a Python exception
     */
    @Nullable Object call(List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs);

    /** Its {@code __name__}, or null if it has none. */
    default @Nullable String name() {
        return null;
    }

    /** Its truth value, {@code bool(callable)}. */
    default boolean truth() {
        return true;
    }

    /** A function without parameters that returns {@code None}. */
    static PyCallable of(Runnable body) {
        return (args, kwargs) -> {
            body.run();
            return null;
        };
    }

    /** A function of this name without parameters that returns {@code None}. */
    static PyCallable named(String name, Runnable body) {
        return named(name, of(body));
    }

    /** The same function with a name. */
    static PyCallable named(String name, PyCallable function) {
        return new NamedCallable(name, function);
    }
}
