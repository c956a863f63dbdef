package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code RecursionError}: calls are nested deeper than the recursion limit allows. */
public final class RecursionError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public RecursionError(String message) {
        super("RecursionError", List.of("RuntimeError", "Exception"), message);
    }
}
