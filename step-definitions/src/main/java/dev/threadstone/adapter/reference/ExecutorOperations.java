package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.futures.Future;
import dev.threadstone.reference.futures.MapResults;
import dev.threadstone.reference.futures.PoolOptions;
import dev.threadstone.reference.futures.ThreadPoolExecutor;
import dev.threadstone.reference.futures.ThreadPools;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;

/** {@code concurrent.futures}: executors and thread pools. */
final class ExecutorOperations {

    private static final int CANCEL_FUTURES_SINCE = 9;
    private static final int BUFFER_SIZE_SINCE = 14;

    private ExecutorOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("concurrent.futures.ThreadPoolExecutor", ThreadPoolExecutor.class)
                .constructor(
                        "max_workers=None, thread_name_prefix='', initializer=None, initargs=()",
                        args -> new ThreadPoolExecutor(interpreter, options(args)));
        registerExecutor(table, interpreter);
        table.on("generator", MapResults.class).action("close", "", (results, args) -> results.close());
        table.function("threadstone.usable_cpus", "", args -> (long) ThreadPools.USABLE_CPUS);
        sweepAfterCollections(table, interpreter);
    }

    private static void registerExecutor(OperationTable table, Interpreter interpreter) {
        var python = interpreter.options().python();
        table.on("concurrent.futures.Executor", Executor.class)
                .constructor("", args -> new Executor(interpreter))
                .op("submit", "fn, /, *args, **kwargs", ExecutorOperations::submit)
                .op(
                        "map",
                        "fn, *iterables, timeout=None, chunksize=1"
                                + (python.atLeast(BUFFER_SIZE_SINCE) ? ", buffersize=None" : ""),
                        (executor, args) -> map(executor, args, python.atLeast(BUFFER_SIZE_SINCE)))
                .action(
                        "shutdown",
                        "wait=True" + (python.atLeast(CANCEL_FUTURES_SINCE) ? ", *, cancel_futures=False" : ""),
                        (executor, args) -> executor.shutdown(
                                args.isTrue("wait"),
                                python.atLeast(CANCEL_FUTURES_SINCE) && args.isTrue("cancel_futures")))
                .op("__enter__", "", (executor, args) -> executor)
                .op("__exit__", "*error", (executor, args) -> {
                    executor.shutdown(true, false);
                    return false;
                })
                .op("__repr__", "", (executor, args) -> executor.toString());
    }

    private static Future submit(Executor executor, Args args) {
        return executor.submit(ReferenceCallable.of(args.get("fn")), args.items("args"), args.entries("kwargs"));
    }

    private static Object map(Executor executor, Args args, boolean hasBufferSize) {
        var buffer = hasBufferSize && !args.isNone("buffersize") ? bufferSize(args) : null;
        var inputs = args.items("iterables").stream()
                .map(iterable -> iterator(args, iterable))
                .toList();
        return executor.map(ReferenceCallable.of(args.get("fn")), inputs, OptionalTimeout.of(args), buffer);
    }

    private static Integer bufferSize(Args args) {
        var size = args.integer("buffersize");
        if (size.compareTo(BigInteger.ONE) < 0) {
            throw new PythonException("ValueError", List.of("buffersize must be None or > 0"));
        }
        return size.intValueExact();
    }

    private static Iterator<?> iterator(Args args, Object iterable) {
        return iterable instanceof Iterator<?> iterator
                ? iterator
                : args.with("iterables", iterable).items("iterables").iterator();
    }

    private static PoolOptions options(Args args) {
        var initializer = args.orNull("initializer");
        if (initializer != null && !(initializer instanceof PythonCallable)) {
            throw PythonException.typeError("initializer must be a callable");
        }
        return new PoolOptions(
                args.isNone("max_workers")
                        ? null
                        : (Integer) args.integer("max_workers").intValueExact(),
                args.text("thread_name_prefix"),
                initializer == null ? null : ReferenceCallable.of(initializer),
                args.items("initargs"));
    }

    /** The collector of the JVM tells nobody what it has reclaimed, so whoever has it run asks for that at once. */
    private static void sweepAfterCollections(OperationTable table, Interpreter interpreter) {
        for (var collection : List.of("gc.collect", "threadstone.is_reclaimed")) {
            table.wrapFunction(collection, (nobody, args, original) -> {
                var result = original.call(PythonNone.NONE, args);
                interpreter.threadPools().sweep();
                return result;
            });
        }
    }
}
