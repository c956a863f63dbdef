package dev.threadstone.adapter.jvm;

import java.util.List;

/** Between Python's exception types and the Java exceptions of a runtime. Stateless. */
public interface ErrorMapping {

    /**
     * Makes the exception that {@code raise type(*arguments)} raises in this runtime.
     *
     * @param type qualified name without {@code builtins.}
     */
    default RuntimeException create(String type, List<Object> arguments) {
        return new PythonException(type, arguments);
    }

    /** The runtime's own exception for one that the support raised, such as for arguments that do not fit. */
    default RuntimeException adopt(PythonException raised) {
        return raised;
    }

    /**
     * The names of an exception's type and of its bases, most derived first, in Python's terms. What the runtime should
     * have given a Python name but did not keeps its Java names: no {@code except} clause of Python catches those.
     */
    List<String> mro(Throwable error);

    /** Its text, as {@code str(error)}. */
    default String message(Throwable error) {
        var message = error.getMessage();
        return message == null ? "" : message;
    }
}
