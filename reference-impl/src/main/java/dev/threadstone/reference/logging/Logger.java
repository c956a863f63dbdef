package dev.threadstone.reference.logging;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.TextStream;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final Interpreter interpreter;
    private final TextStream lastResort;
    private final List<Handler> handlers = new CopyOnWriteArrayList<>();

    Logger(String name, Interpreter interpreter, TextStream lastResort) {
        this.name = name;
        this.interpreter = interpreter;
        this.lastResort = lastResort;
    }

    /** {@code addHandler}: calls the handler with every record from now on, in the thread that logs. */
    public void addHandler(Handler handler) {
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

    /** {@code warning(message)}. */
    public void warning(Object message) {
        log("WARNING", message, null);
    }

    private void log(String level, Object message, @Nullable PythonException handled) {
        Thread logging = interpreter.threading().currentThread();
        LogRecord entry = new LogRecord(
                name, level, logging.name(), Objects.requireNonNullElse(logging.ident(), 0L), message, handled);
        if (handlers.isEmpty()) {
            lastResort.write(entry.text());
        }
        handlers.forEach(handler -> handler.handle(entry));
    }
}
