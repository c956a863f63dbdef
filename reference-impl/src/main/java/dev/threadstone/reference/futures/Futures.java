package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Timeout;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Python's {@code concurrent.futures} that wait for several futures, whoever made these. A future that was
 * cancelled counts once who was to run it knows.
 *
 * <p>Thread-safety: used by attached threads of the interpreter.
 *
 * <p>Source: Python library reference, {@code concurrent.futures}, "Module Functions".
 */
public final class Futures {

    private final Interpreter interpreter;

    /** The functions of one interpreter. */
    public Futures(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * Blocks until enough of the futures have ended: {@code wait(fs, timeout, return_when)}. Never raises what a task raised.
     *
     * @param futures in any order; one that occurs twice counts once
     * @param timeout zero and a negative number: does not wait; null: no limit
     * @return which had ended when the wait was over, also if the timeout ended it
     * @throws dev.threadstone.reference.errors.PythonException in the main thread, whatever a signal handler raised
     */
    public DoneAndNotDone waitFor(Collection<Future> futures, @Nullable Timeout timeout, ReturnWhen returnWhen) {
        return new WaitForSeveral(interpreter, futures, returnWhen).await(timeout);
    }

    /**
     * The futures in the order in which they end: {@code as_completed(fs, timeout)}. Those that have ended already come first.
     *
     * @param futures in any order; one that occurs twice comes once
     * @param timeout for all of it, from now on; zero and a negative number: yields what has ended already; null: no limit
     */
    public AsCompleted asCompleted(Collection<Future> futures, @Nullable Timeout timeout) {
        return new AsCompleted(interpreter, futures, timeout);
    }
}
