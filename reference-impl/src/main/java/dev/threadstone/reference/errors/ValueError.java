package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code ValueError}: an argument of the right type and a wrong value. */
public final class ValueError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public ValueError(String message) {
        super("ValueError", List.of("Exception"), message);
    }
}
