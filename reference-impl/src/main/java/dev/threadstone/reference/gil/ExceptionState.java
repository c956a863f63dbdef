package dev.threadstone.reference.gil;

import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that one thread is handling, innermost last: what {@code sys.exc_info()} tells and a bare {@code raise}
 * raises. A new thread handles none, whatever its creator does.
 *
 * <p>Thread-safety: used by its own thread; others may ask for {@link #current} too, {@code sys._current_exceptions()}.
 *
 * <p>Source: Python language reference, "The try statement" and "The raise statement".
 */
public final class ExceptionState {

    private final ConcurrentLinkedDeque<PythonException> handled = new ConcurrentLinkedDeque<>();

    ExceptionState() {}

    /** The exception that the thread is handling; null if it handles none. */
    public @Nullable PythonException current() {
        return handled.peek();
    }

    /** Runs the body of an {@code except} clause that has caught this exception. */
    public void handle(PythonException caught, Runnable clause) {
        handled.push(caught);
        try {
            clause.run();
        } finally {
            handled.remove(caught);
        }
    }

    /**
     * A bare {@code raise}.
     *
     * @return never
     * @throws PythonException the exception that the thread is handling
     * @throws RuntimeError if it handles none
     */
    public PythonException raiseAgain() {
        PythonException caught = handled.peek();
        throw caught == null ? new RuntimeError("No active exception to reraise") : caught;
    }
}
