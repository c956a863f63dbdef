package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code TypeError}: an operation on an object of the wrong type. */
public final class TypeError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public TypeError(String message) {
        super("TypeError", List.of("Exception"), message);
    }
}
