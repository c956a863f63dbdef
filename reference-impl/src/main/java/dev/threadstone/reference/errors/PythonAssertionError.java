package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code AssertionError}; not named like it, because {@code java.lang} has one. */
public final class PythonAssertionError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public PythonAssertionError(String message) {
        super("AssertionError", List.of("Exception"), message);
    }
}
