package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;

/** Calls of operations where Java wants no checked exception. */
final class Bodies {

    private Bodies() {}

    static <T> Object call(Operation.Body<T> body, T self, Args args) {
        try {
            return body.call(self, args);
        } catch (RuntimeException raised) {
            throw raised;
        } catch (Exception checked) {
            throw new IllegalStateException("No operation of the reference throws this.", checked);
        }
    }
}
