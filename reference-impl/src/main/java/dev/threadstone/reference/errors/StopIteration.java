package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code StopIteration}: an iterator has nothing more. */
public final class StopIteration extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error without a text. */
    public StopIteration() {
        super("StopIteration", List.of("Exception"), "");
    }
}
