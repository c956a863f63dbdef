package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code PythonFinalizationError}: refused because the interpreter is finalizing. New in 3.13. */
public final class PythonFinalizationError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public PythonFinalizationError(String message) {
        super("PythonFinalizationError", List.of("RuntimeError", "Exception"), message);
    }
}
