package dev.threadstone.adapter.jvm;

import java.util.List;

/**
 * A Python exception on its way through Java code. Operations may throw it; callbacks raise it where the runtime's
 * {@link ErrorMapping} makes nothing of its own.
 */
public final class PythonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient List<Object> arguments;

    /**
     * An exception of a builtin type.
     *
     * @param type {@code ValueError}
     * @param arguments what its constructor got; a single one is its text
     */
    public PythonException(String type, List<Object> arguments) {
        super(PythonText.ofArguments(arguments));
        this.type = type;
        this.arguments = List.copyOf(arguments);
    }

    public PythonException(String type, String message) {
        this(type, List.of(message));
    }

    public static PythonException typeError(String message) {
        return new PythonException("TypeError", message);
    }

    public static PythonException attributeError(String message) {
        return new PythonException("AttributeError", message);
    }

    /** Qualified name without {@code builtins.}. */
    public String type() {
        return type;
    }

    /** Its {@code args}. */
    public List<Object> arguments() {
        return arguments;
    }

    /** Its text, {@code str(error)}; empty if it has no arguments. */
    @Override
    public String getMessage() {
        var message = super.getMessage();
        return message == null ? "" : message;
    }
}
