package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.NotImplementedError;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.threading.SharedObject;
import dev.threadstone.reference.threading.Timeout;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code concurrent.futures.Executor}: somebody who runs tasks. This class runs none; its subclasses do.
 *
 * <p>Thread-safety: used by attached threads of its interpreter.
 *
 * <p>Source: Python library reference, {@code concurrent.futures}, "Executor Objects".
 */
public class Executor extends SharedObject {

    /** An executor that cannot run anything: {@code Executor()}. */
    public Executor(Interpreter interpreter) {
        super(interpreter);
    }

    /**
     * Has a function called: {@code submit(fn, *args, **kwargs)}. Does not wait for it.
     *
     * @return the outcome, once there is one
     * @throws NotImplementedError by an executor that is nothing but this
     */
    public Future submit(
            PyCallable function,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs) {
        throw new NotImplementedError();
    }

    /**
     * Submits a call of the function for each tuple of elements: {@code map(fn, *iterables, timeout, buffersize)}. Takes all
     * elements before it returns, or as many as the buffer holds, and waits for no result.
     *
     * @param inputs as many arguments as there are iterators; the shortest ends it
     * @param timeout for all results, from now on; null: no limit
     * @param bufferSize how many calls whose results were not taken there may be; null: any number
     * @return the results in the order of the inputs
     * @throws dev.threadstone.reference.errors.PythonException what the inputs raise, and as {@link #submit}
     */
    public MapResults map(
            PyCallable function,
            List<? extends Iterator<?>> inputs,
            @Nullable Timeout timeout,
            @Nullable Integer bufferSize) {
        Deadline deadline = timeout == null
                ? Deadline.NEVER
                : timeout.deadline(interpreter().platform());
        MapCalls calls = new MapCalls(this, function, inputs);
        return new MapResults(interpreter(), calls.begin(bufferSize), deadline);
    }

    /** {@code shutdown(wait, cancel_futures=...)}: does nothing here. */
    public void shutdown(boolean wait, boolean cancelFutures) {}

    @Override
    protected String typeName() {
        return "concurrent.futures._base.Executor";
    }

    /** Its {@code repr}. */
    @Override
    public final String toString() {
        return "<" + typeName() + " object at " + address() + ">";
    }
}
