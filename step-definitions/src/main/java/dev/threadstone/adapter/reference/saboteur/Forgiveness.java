package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.errors.PythonException;

/** Errors that a saboteur swallows. */
final class Forgiveness {

    private Forgiveness() {}

    /** {@code None} in the place of an error of this type; any other is raised again. */
    static Object of(PythonException raised, String type) {
        if (!raised.isInstanceOf(type)) {
            throw raised;
        }
        return PythonNone.NONE;
    }
}
