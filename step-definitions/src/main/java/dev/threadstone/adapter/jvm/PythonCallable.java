package dev.threadstone.adapter.jvm;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Anything that Python can call: a callback of the scenario, a bound method, a function or a type. */
public interface PythonCallable {

    /**
     * Calls it in the calling thread. A controlled callback blocks until the scenario has told it how to end.
     *
     * @return what it returned, {@link PythonNone#NONE} for nothing
     * @throws RuntimeException what it raised, as {@link ErrorMapping#create} made it
     */
    Object call(List<Object> positional, Map<String, Object> keywords);

    /** Its {@code __name__}; for what has none, a name for messages. */
    String name();

    /** Whether it has a {@code __name__}. */
    default boolean hasName() {
        return true;
    }

    /** Its truth value: callable objects may be false. */
    default boolean isTrue() {
        return true;
    }

    /** Whether a call blocks until the scenario has said how it ends. */
    default boolean waitsForOrders() {
        return false;
    }

    /** A callable of this name that does this. */
    static PythonCallable of(String name, BiFunction<List<Object>, Map<String, Object>, Object> body) {
        return new FunctionObject(name, body);
    }

    default Object call(Object... positional) {
        return call(List.of(positional), Map.of());
    }
}
