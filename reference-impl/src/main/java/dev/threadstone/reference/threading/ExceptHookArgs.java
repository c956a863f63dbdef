package dev.threadstone.reference.threading;

import dev.threadstone.reference.errors.PythonException;

/**
 * The argument of {@code threading.excepthook}.
 *
 * @param excValue the exception; its type name is {@code exc_type}, its stack trace stands for {@code exc_traceback}
 * @param thread the thread that failed
 */
public record ExceptHookArgs(PythonException excValue, Thread thread) {

    /** The qualified name of the exception's Python type. */
    public String excType() {
        return excValue.typeName();
    }
}
