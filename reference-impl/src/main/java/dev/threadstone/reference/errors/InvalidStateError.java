package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code concurrent.futures.InvalidStateError}: an operation does not fit the state that a future is in. */
public final class InvalidStateError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public InvalidStateError(String message) {
        super("concurrent.futures.InvalidStateError", List.of("concurrent.futures.Error", "Exception"), message);
    }
}
