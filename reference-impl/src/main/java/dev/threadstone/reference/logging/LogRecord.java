package dev.threadstone.reference.logging;

import dev.threadstone.reference.errors.PythonException;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code logging.LogRecord}.
 *
 * @param name the logger's
 * @param levelName {@code ERROR}, {@code CRITICAL}
 * @param threadName the name of the thread that logged, as it was then
 * @param thread the identifier of that thread
 * @param message what was logged
 * @param exception the exception that was being handled, or null
 */
public record LogRecord(
        String name,
        String levelName,
        String threadName,
        long thread,
        Object message,
        @Nullable PythonException exception) {

    /** {@code getMessage()}: what was logged, as a text. */
    public String getMessage() {
        return message.toString();
    }

    /** What the handler of last resort prints: the text, and the traceback if there is one. */
    String text() {
        return getMessage() + "\n" + (exception == null ? "" : exception.traceback());
    }
}
