package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code LookupError}: a mapping or a context has no such value. */
public final class LookupError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public LookupError(String message) {
        super("LookupError", List.of("Exception"), message);
    }
}
