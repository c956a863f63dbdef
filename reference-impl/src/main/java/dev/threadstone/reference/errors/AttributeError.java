package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code AttributeError}: an object has no such attribute. */
public final class AttributeError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public AttributeError(String message) {
        super("AttributeError", List.of("Exception"), message);
    }
}
