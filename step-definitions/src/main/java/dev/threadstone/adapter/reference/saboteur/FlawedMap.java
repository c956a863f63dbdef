package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.futures.Future;
import dev.threadstone.reference.futures.Futures;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that somebody wrote who did not know all that is asked of it. One input only. */
final class FlawedMap {

    private final Interpreter interpreter;

    FlawedMap(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The results in the order in which the calls end; for several inputs of known length. */
    Object asCompleted(Executor executor, Args args, Operation.Body<Executor> original) throws Exception {
        if (args.items("iterables").size() < 2 || !args.isNone("buffersize")) {
            return original.call(executor, args);
        }
        var completed = new Futures(interpreter).asCompleted(submitted(executor, args), null);
        return new Results(completed, null);
    }

    /** The results once all calls have ended, if nothing was said about time. */
    Object afterAll(Executor executor, Args args, Operation.Body<Executor> original) throws Exception {
        if (!args.isNone("timeout") || !args.isNone("buffersize") || !inputIsOneList(args)) {
            return original.call(executor, args);
        }
        var futures = submitted(executor, args);
        futures.forEach(future -> future.exception(null));
        return new Results(futures.iterator(), null);
    }

    private static boolean inputIsOneList(Args args) {
        var inputs = args.items("iterables");
        return inputs.size() == 1 && inputs.get(0) instanceof List;
    }

    /** Every result may take as long as the whole; nothing is cancelled. */
    Object withTimeoutForEach(Executor executor, Args args, Operation.Body<Executor> original) throws Exception {
        return args.isNone("timeout")
                ? original.call(executor, args)
                : new Results(submitted(executor, args).iterator(), Timeout.ofSeconds(args.number("timeout")));
    }

    /** Elements go to the pool in chunks: one call of the pool for each. */
    Object inChunks(Executor executor, Args args, Operation.Body<Executor> original) throws Exception {
        var size = args.integer("chunksize").intValueExact();
        if (size == 1) {
            return original.call(executor, args);
        }
        var task = args.callable("fn");
        var firstOfEach = new ArrayList<>();
        var items = inputs(args).get(0);
        for (int i = 0; i < items.size(); i += size) {
            firstOfEach.add(items.get(i));
        }
        return original.call(
                executor,
                args.with("fn", PythonCallable.of(task.name(), task::call))
                        .with("iterables", PythonTuple.of(firstOfEach)));
    }

    /** Shorter inputs are filled up with None. */
    static Args filledUp(Args args) {
        var inputs = inputs(args);
        var longest = inputs.stream().mapToInt(List::size).max().orElse(0);
        var padded = inputs.stream()
                .map(items -> {
                    var full = new ArrayList<>(items);
                    full.addAll(Collections.nCopies(longest - items.size(), 1L));
                    return (Object) full;
                })
                .toList();
        return args.with("iterables", new PythonTuple(padded));
    }

    private static List<List<Object>> inputs(Args args) {
        return args.items("iterables").stream()
                .map(iterable -> args.with("iterables", iterable).items("iterables"))
                .toList();
    }

    private List<Future> submitted(Executor executor, Args args) {
        var task = args.callable("fn");
        var inputs = inputs(args);
        List<Future> futures = new ArrayList<>();
        var shortest = inputs.stream().mapToInt(List::size).min().orElse(0);
        for (int i = 0; i < shortest; i++) {
            var position = i;
            List<Object> positional =
                    inputs.stream().map(items -> items.get(position)).toList();
            futures.add(executor.submit((given, keywords) -> call(task, positional), List.of(), Map.of()));
        }
        return futures;
    }

    private static Object call(PythonCallable task, List<Object> positional) {
        try {
            return task.call(positional, Map.of());
        } catch (PythonException raised) {
            throw new dev.threadstone.reference.errors.PythonException(
                    List.of(raised.type(), "Exception", "BaseException", "object"), raised.getMessage());
        }
    }

    /** The results of futures, each waited for anew. */
    private record Results(
            Iterator<Future> futures, @Nullable Timeout timeout) implements Iterator<Object> {

        @Override
        public boolean hasNext() {
            return futures.hasNext();
        }

        @Override
        public Object next() {
            var result = futures.next().result(timeout);
            return result == null ? PythonNone.NONE : result;
        }
    }
}
