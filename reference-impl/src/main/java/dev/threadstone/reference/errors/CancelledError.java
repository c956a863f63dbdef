package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code concurrent.futures.CancelledError}: a future was cancelled, so it has no outcome. */
public final class CancelledError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error without text. */
    public CancelledError() {
        super("concurrent.futures.CancelledError", List.of("concurrent.futures.Error", "Exception"), null);
    }
}
