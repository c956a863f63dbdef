package dev.threadstone.reference.logging;

import dev.threadstone.reference.errors.PythonException;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code logging.LogRecord}.
 *
 * @param name the logger's
 * @param levelName {@code ERROR}, {@code CRITICAL}
 * @param message the text, arguments filled in
 * @param exception the exception that was being handled, or null
 */
public record LogRecord(
        String name,
        String levelName,
        String message,
        @Nullable PythonException exception) {

    /** What the handler of last resort prints: the text, and the traceback if there is one. */
    String text() {
        return message + "\n" + (exception == null ? "" : exception.traceback());
    }
}
