package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.reference.errors.PythonException;

/** Callables that raise copies. */
final class Copies {

    private Copies() {}

    /** The function, but for the identity of what it raises. */
    static Object raisedBy(Object function) {
        if (!(function instanceof PythonCallable callable)) {
            return function;
        }
        return PythonCallable.of(callable.name(), (positional, keywords) -> {
            try {
                return callable.call(positional, keywords);
            } catch (PythonException raised) {
                throw new PythonException(raised.mro(), raised.getMessage());
            }
        });
    }
}
