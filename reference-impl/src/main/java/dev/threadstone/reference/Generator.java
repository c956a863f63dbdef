package dev.threadstone.reference;

import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.platform.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A generator without end: each time that it is resumed it yields what its body returns. Any thread may resume it, but
 * only one at a time.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python language reference, "Yield expressions", generator-iterator methods.
 */
public final class Generator {

    private final Interpreter interpreter;
    private final PyCallable body;
    private final AtomicBoolean running = new AtomicBoolean();

    /** A generator that has not begun. */
    public Generator(Interpreter interpreter, PyCallable body) {
        this.interpreter = interpreter;
        this.body = body;
    }

    /**
     * {@code next(generator)}: runs the body in the calling thread.
     *
     * @return what it yields
     * @throws ValueError if it is being executed, by another thread or by the caller
     */
    public @Nullable Object next() {
        interpreter.begin(this, Operation.WRITE);
        if (!running.compareAndSet(false, true)) {
            throw new ValueError("generator already executing");
        }
        try {
            return body.call(List.of(), Map.of());
        } finally {
            running.set(false);
        }
    }
}
