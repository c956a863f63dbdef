package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code KeyError}: a mapping has no such key. */
public final class KeyError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public KeyError(String message) {
        super("KeyError", List.of("LookupError", "Exception"), message);
    }
}
