package dev.threadstone.reference.logging;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.RLock;

/**
 * Python's {@code logging.Handler}: takes one record at a time, under a lock of its own.
 *
 * <p>Thread-safety: usable from any thread.
 *
 * <p>Source: Python library reference, {@code logging.Handler}.
 */
public abstract class Handler {

    private final RLock lock;

    protected Handler(Interpreter interpreter) {
        this.lock = new RLock(interpreter);
    }

    /** {@code handle(record)}: emits it. Blocks while another thread emits a record here. */
    public void handle(LogRecord entry) {
        lock.with(() -> {
            emit(entry);
            return true;
        });
    }

    /** {@code emit(record)}: does with the record what the handler is for. One thread at a time. */
    public abstract void emit(LogRecord entry);
}
