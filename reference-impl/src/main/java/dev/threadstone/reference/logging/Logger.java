package dev.threadstone.reference.logging;

import dev.threadstone.reference.TextStream;
import dev.threadstone.reference.errors.PythonException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code logging.Logger}. While nobody listens, what is logged goes to the error stream.
 *
 * <p>Thread-safety: usable from any thread. Nothing blocks but handlers.
 *
 * <p>Source: Python library reference, {@code logging.Logger} and {@code logging.lastResort}.
 */
public final class Logger {

    private final String name;
    private final TextStream lastResort;
    private final List<Consumer<LogRecord>> handlers = new CopyOnWriteArrayList<>();

    Logger(String name, TextStream lastResort) {
        this.name = name;
        this.lastResort = lastResort;
    }

    /** {@code addHandler}: calls the handler with every record from now on, in the thread that logs. */
    public void addHandler(Consumer<LogRecord> handler) {
        handlers.add(handler);
    }

    /** {@code exception(message)}: logs an error and the exception that is being handled. */
    public void exception(String message, PythonException handled) {
        log("ERROR", message, handled);
    }

    /** {@code critical(message, exc_info=True)}: logs a critical event and the exception that is being handled. */
    public void critical(String message, PythonException handled) {
        log("CRITICAL", message, handled);
    }

    /** {@code critical(message)}. */
    public void critical(String message) {
        log("CRITICAL", message, null);
    }

    private void log(String level, String message, @Nullable PythonException handled) {
        LogRecord entry = new LogRecord(name, level, message, handled);
        if (handlers.isEmpty()) {
            lastResort.write(entry.text());
        }
        handlers.forEach(handler -> handler.accept(entry));
    }
}
