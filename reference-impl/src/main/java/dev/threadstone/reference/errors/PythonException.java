package dev.threadstone.reference.errors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Python exception in flight. Its Python type is a name with the names of its bases, so that an embedding can raise
 * types that have no Java class of their own.
 *
 * <p>Thread-safety: immutable but for what {@link Throwable} itself allows.
 *
 * <p>Source: Python language reference, "Exceptions"; library reference, "Exception hierarchy".
 */
public class PythonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String typeName;
    private final ArrayList<String> mro;

    /**
     * An exception of any type.
     *
     * @param mro names of the type and its bases, most derived first; qualified, but without {@code builtins.}
     * @param message its text, as {@code str(error)} gives it
     */
    public PythonException(List<String> mro, @Nullable String message) {
        super(message);
        if (mro.isEmpty()) {
            throw new IllegalArgumentException("An exception needs the name of its type: the mro given is empty.");
        }
        this.typeName = mro.get(0);
        this.mro = new ArrayList<>(mro);
    }

    /** An exception of a type that derives from {@code Exception} by way of the bases named. */
    PythonException(String typeName, List<String> bases, @Nullable String message) {
        this(mroOf(typeName, bases), message);
    }

    private static List<String> mroOf(String typeName, List<String> bases) {
        List<String> mro = new ArrayList<>();
        mro.add(typeName);
        mro.addAll(bases);
        mro.add("BaseException");
        mro.add("object");
        return mro;
    }

    /** The failure itself, or an exception of the failure's Java class name that stands for a fault of the embedding. */
    public static PythonException from(RuntimeException failure) {
        if (failure instanceof PythonException python) {
            return python;
        }
        String typeName = failure.getClass().getName();
        PythonException wrapped =
                new PythonException(List.of(typeName, "Exception", "BaseException", "object"), failure.getMessage());
        wrapped.initCause(failure);
        return wrapped;
    }

    /** The qualified name of its Python type, without {@code builtins.}: {@code ValueError}. */
    public final String typeName() {
        return typeName;
    }

    /** Names of its type and all bases, most derived first. */
    public final List<String> mro() {
        return List.copyOf(mro);
    }

    /** Whether {@code except name} would catch it. */
    public final boolean isInstanceOf(String name) {
        return mro.contains(name);
    }

    /** What the interpreter prints of an exception that nobody caught. */
    public final String traceback() {
        return "Traceback (most recent call last):\n" + summary() + "\n";
    }

    /** The last line of a traceback: the type, and the text if there is any. */
    public final String summary() {
        String text = getMessage();
        return text == null || text.isEmpty() ? typeName : typeName + ": " + text;
    }
}
