package dev.threadstone.reference.futures;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.PythonException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that a pool has accepted, and the future that gets its outcome. */
record Task(
        Future future,
        PyCallable function,
        List<? extends @Nullable Object> args,
        Map<String, ? extends @Nullable Object> kwargs) {

    /** Makes the call in the calling thread, unless it was cancelled. Raises nothing that the call raises. */
    void run() {
        if (!future.setRunningOrNotifyCancel()) {
            return;
        }
        Object result;
        try {
            result = function.call(args, kwargs);
        } catch (RuntimeException raised) {
            future.setException(PythonException.from(raised));
            return;
        }
        future.setResult(result);
    }

    /** Ends it with an exception instead of a call, unless it was cancelled. */
    void fail(PythonException failure) {
        if (future.setRunningOrNotifyCancel()) {
            future.setException(failure);
        }
    }

    void cancel() {
        future.cancel();
    }
}
