package dev.threadstone.reference.errors;

import dev.threadstone.reference.PythonLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code concurrent.futures.TimeoutError}: what was waited for did not come in time. Since Python 3.11 it is the
 * built-in {@code TimeoutError} under a second name; before, a class of its own.
 */
public final class TimeoutError extends PythonException {

    private static final long serialVersionUID = 1L;
    private static final int BUILTIN_SINCE = 11;
    private static final String OF_FUTURES = "concurrent.futures.TimeoutError";

    /** An error with this text. */
    public TimeoutError(PythonLevel python, @Nullable String message) {
        super(mro(python), message);
    }

    private static List<String> mro(PythonLevel python) {
        return python.atLeast(BUILTIN_SINCE)
                ? List.of("TimeoutError", OF_FUTURES, "OSError", "Exception", "BaseException", "object")
                : List.of(OF_FUTURES, "concurrent.futures.Error", "Exception", "BaseException", "object");
    }
}
