package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code IndexError}: a sequence has no such place. */
public final class IndexError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public IndexError(String message) {
        super("IndexError", List.of("LookupError", "Exception"), message);
    }
}
