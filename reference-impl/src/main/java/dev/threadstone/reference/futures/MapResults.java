package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.threading.Timeout;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The results of {@link Executor#map} in the order of the inputs. It keeps no result that it has given. Once it has been
 * asked, its end cancels the calls that have not begun: an exception, {@link #close}, or that nobody refers to it any more.
 *
 * <p>Thread-safety: used by one attached thread of the interpreter at a time.
 *
 * <p>Source: Python library reference, {@code concurrent.futures.Executor.map}.
 */
public final class MapResults implements Iterator<@Nullable Object>, AutoCloseable {

    private static final int CANCELS_AWAITED_SINCE = 10;

    private final Interpreter interpreter;
    private final MapCalls calls;
    private final Deadline deadline;
    private boolean asked;
    private boolean over;

    MapResults(Interpreter interpreter, MapCalls calls, Deadline deadline) {
        this.interpreter = interpreter;
        this.calls = calls;
        this.deadline = deadline;
    }

    /** Whether there is a result left. Does not wait. */
    @Override
    public boolean hasNext() {
        return !over && !calls.isEmpty();
    }

    /**
     * The next result. Blocks until it is there.
     *
     * @throws dev.threadstone.reference.errors.TimeoutError if it is not there when the time of the map is up
     * @throws dev.threadstone.reference.errors.PythonException what the call raised
     * @throws NoSuchElementException if there is none left
     */
    @Override
    public @Nullable Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All results have been given.");
        }
        if (!asked) {
            asked = true;
            interpreter.threadPools().whenReclaimed(this, calls::cancel);
        }
        try {
            return take();
        } catch (RuntimeException raised) {
            close();
            throw raised;
        }
    }

    private @Nullable Object take() {
        Future due = calls.poll();
        if (due == null) {
            throw new NoSuchElementException("All results have been given.");
        }
        try {
            return due.result(Timeout.until(deadline, interpreter.platform()));
        } catch (RuntimeException raised) {
            if (interpreter.options().python().atLeast(CANCELS_AWAITED_SINCE)) {
                due.cancel();
            }
            throw raised;
        }
    }

    /** Ends it: {@code close()}. Cancels the calls that have not begun, if a result was asked for before. */
    @Override
    public void close() {
        if (asked && !over) {
            calls.cancel();
        }
        over = true;
    }

    /** Its {@code repr}. */
    @Override
    public String toString() {
        return "<generator object Executor.map>";
    }
}
