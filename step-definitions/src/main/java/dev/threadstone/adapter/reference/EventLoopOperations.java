package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.asyncio.EventLoop;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.TypeError;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.futures.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** The event loops of {@code asyncio}. */
final class EventLoopOperations {

    private static final int SHUTDOWN_SINCE = 9;
    private static final int ONLY_THREAD_POOLS_SINCE = 11;
    private static final int SHUTDOWN_TIMEOUT_SINCE = 12;

    private EventLoopOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var type = table.on("asyncio.AbstractEventLoop", EventLoop.class)
                .action("close", "", (loop, args) -> loop.close())
                .op("is_closed", "", (loop, args) -> loop.isClosed())
                .op("is_running", "", (loop, args) -> loop.isRunning())
                .action("set_debug", "enabled", (loop, args) -> loop.setDebug(args.isTrue("enabled")))
                .op("time", "", (loop, args) -> loop.time())
                .op("create_future", "", (loop, args) -> loop.createFuture())
                .action(
                        "add_signal_handler",
                        "sig, callback, *args",
                        (loop, args) -> loop.addSignalHandler(
                                args.integer("sig").intValueExact(), callback(args), args.items("args")));
        registerCalls(type, interpreter);
        registerExecutors(type, interpreter.options().python());
    }

    private static void registerCalls(TypeOperations<EventLoop> type, Interpreter interpreter) {
        type.op(
                        "call_soon",
                        "callback, *args, context=None",
                        (loop, args) -> loop.callSoon(callback(args), args.items("args"), context(interpreter, args)))
                .op(
                        "call_soon_threadsafe",
                        "callback, *args, context=None",
                        (loop, args) ->
                                loop.callSoonThreadsafe(callback(args), args.items("args"), context(interpreter, args)))
                .op(
                        "call_later",
                        "delay, callback, *args, context=None",
                        (loop, args) -> loop.callLater(args.number("delay"), callback(args), args.items("args")))
                .op(
                        "call_at",
                        "when, callback, *args, context=None",
                        (loop, args) -> loop.callAt(args.number("when"), callback(args), args.items("args")));
    }

    private static void registerExecutors(TypeOperations<EventLoop> type, PythonLevel python) {
        type.op(
                        "run_in_executor",
                        "executor, func, *args",
                        (loop, args) -> loop.runInExecutor(
                                args.isNone("executor") ? null : args.object("executor", Executor.class),
                                ReferenceCallable.of(args.get("func")),
                                args.items("args")))
                .action(
                        "set_default_executor",
                        "executor",
                        (loop, args) -> loop.defaultExecutor()
                                .set(python.atLeast(ONLY_THREAD_POOLS_SINCE) ? threadPool(args) : executor(args)));
        if (python.atLeast(SHUTDOWN_TIMEOUT_SINCE)) {
            type.op(
                    "shutdown_default_executor",
                    "timeout=None",
                    (loop, args) -> loop.defaultExecutor().shutdown(seconds(args)));
        } else if (python.atLeast(SHUTDOWN_SINCE)) {
            type.op(
                    "shutdown_default_executor",
                    "",
                    (loop, args) -> loop.defaultExecutor().shutdown(null));
        }
    }

    private static Executor threadPool(Args args) {
        if (args.get("executor") instanceof ThreadPoolExecutor pool) {
            return pool;
        }
        throw new TypeError("executor must be ThreadPoolExecutor instance");
    }

    private static Executor executor(Args args) {
        return args.object("executor", Executor.class);
    }

    private static @Nullable Double seconds(Args args) {
        return args.isNone("timeout") ? null : (Double) args.number("timeout");
    }

    private static PyCallable callback(Args args) {
        return ReferenceCallable.of(args.get("callback"));
    }

    private static Context context(Interpreter interpreter, Args args) {
        return args.isNone("context") ? interpreter.contexts().copy() : args.object("context", Context.class);
    }
}
