package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code RuntimeError}: an operation that the state of things does not allow. */
public final class RuntimeError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public RuntimeError(String message) {
        super("RuntimeError", List.of("Exception"), message);
    }
}
