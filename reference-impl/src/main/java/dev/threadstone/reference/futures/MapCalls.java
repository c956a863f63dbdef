package dev.threadstone.reference.futures;

import dev.threadstone.reference.PyCallable;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one {@code map}, in the order of the inputs: those that were submitted and whose results were not taken. With
 * a buffer, taking a result submits the next one, as long as somebody else keeps the executor.
 */
final class MapCalls {

    private final WeakReference<Executor> executor;
    private final PyCallable function;
    private final List<? extends Iterator<?>> inputs;
    private final Deque<Future> pending = new ArrayDeque<>();
    private boolean buffered;

    MapCalls(Executor executor, PyCallable function, List<? extends Iterator<?>> inputs) {
        this.executor = new WeakReference<>(executor);
        this.function = function;
        this.inputs = List.copyOf(inputs);
    }

    /** Submits all calls, or the first ones. */
    MapCalls begin(@Nullable Integer bufferSize) {
        buffered = bufferSize != null;
        int submitted = 0;
        while ((bufferSize == null || submitted < bufferSize) && submitNext()) {
            submitted++;
        }
        return this;
    }

    /** The call whose result is due; null if there is none. */
    @Nullable Future poll() {
        if (buffered && !pending.isEmpty()) {
            submitNext();
        }
        return pending.poll();
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Cancels what has not begun. */
    void cancel() {
        pending.forEach(Future::cancel);
        pending.clear();
    }

    /** Whether there was one more. */
    private boolean submitNext() {
        Executor submitter = executor.get();
        List<@Nullable Object> args = submitter == null ? null : nextArguments();
        if (submitter == null || args == null) {
            return false;
        }
        pending.add(submitter.submit(function, args, Map.of()));
        return true;
    }

    private @Nullable List<@Nullable Object> nextArguments() {
        List<@Nullable Object> args = new ArrayList<>();
        for (Iterator<?> input : inputs) {
            if (!input.hasNext()) {
                return null;
            }
            args.add(input.next());
        }
        return args.isEmpty() ? null : args;
    }
}
