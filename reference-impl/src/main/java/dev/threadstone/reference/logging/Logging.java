package dev.threadstone.reference.logging;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.TextStream;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Python's module {@code logging}, for one interpreter. Loggers have no parents here.
 *
 * <p>Thread-safety: usable from any thread. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code logging}.
 */
public final class Logging {

    private final Interpreter interpreter;
    private final TextStream lastResort;
    private final ConcurrentHashMap<String, Logger> loggers = new ConcurrentHashMap<>();

    /** A module that nobody has configured. */
    public Logging(Interpreter interpreter, TextStream lastResort) {
        this.interpreter = interpreter;
        this.lastResort = lastResort;
    }

    /** {@code getLogger(name)}: the one logger of this name. */
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, unknown -> new Logger(unknown, interpreter, lastResort));
    }
}
