package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code OverflowError}: a number that is too large, here a timeout beyond {@code threading.TIMEOUT_MAX}. */
public final class OverflowError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public OverflowError(String message) {
        super("OverflowError", List.of("ArithmeticError", "Exception"), message);
    }
}
