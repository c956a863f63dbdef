package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code NotImplementedError}: an abstract method that no subclass has overridden. */
public final class NotImplementedError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error without text. */
    public NotImplementedError() {
        super("NotImplementedError", List.of("RuntimeError", "Exception"), null);
    }
}
