package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.asyncio.Asyncio;
import dev.threadstone.reference.asyncio.Coroutine;
import dev.threadstone.reference.asyncio.EventLoop;
import dev.threadstone.reference.asyncio.Future;
import dev.threadstone.reference.asyncio.Handle;
import dev.threadstone.reference.asyncio.Queue;
import dev.threadstone.reference.asyncio.Task;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.TypeError;
import org.jspecify.annotations.Nullable;

/** {@code asyncio}: its functions, futures, tasks and queues. */
final class AsyncioOperations {

    private static final int TO_THREAD_SINCE = 9;

    private AsyncioOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        registerFunctions(table, interpreter.asyncio());
        registerFutures(table);
        table.on("asyncio.Queue", Queue.class)
                .constructor("", args -> new Queue(interpreter.asyncio()))
                .action("put_nowait", "item", (queue, args) -> queue.put(args.get("item")))
                .op("get", "", (queue, args) -> queue.get());
        if (interpreter.options().python().atLeast(TO_THREAD_SINCE)) {
            table.function(
                    "asyncio.to_thread",
                    "func, /, *args, **kwargs",
                    args -> interpreter
                            .asyncio()
                            .toThread(
                                    ReferenceCallable.of(args.get("func")),
                                    args.items("args"),
                                    args.entries("kwargs")));
        }
    }

    private static void registerFunctions(OperationTable table, Asyncio asyncio) {
        table.on("coroutine", Coroutine.class);
        table.function(
                        "asyncio.run",
                        "main, *, debug=None",
                        args -> orNone(asyncio.run(args.object("main", Coroutine.class))))
                .function("asyncio.get_running_loop", "", args -> asyncio.runningLoop())
                .function("asyncio.new_event_loop", "", args -> asyncio.newEventLoop())
                .function(
                        "asyncio.create_task",
                        "coro",
                        args -> asyncio.runningLoop().createTask(args.object("coro", Coroutine.class)))
                .function("asyncio.current_task", "", args -> orNone(asyncio.currentTask()))
                .function(
                        "asyncio.sleep",
                        "delay, result=None",
                        args -> asyncio.sleep(args.number("delay"), args.get("result")))
                .function(
                        "asyncio.run_coroutine_threadsafe",
                        "coro, loop",
                        args -> asyncio.runCoroutineThreadsafe(coroutine(args), args.object("loop", EventLoop.class)))
                .function(
                        "asyncio.wrap_future",
                        "future, *, loop=None",
                        args -> asyncio.wrapFuture(
                                args.object("future", dev.threadstone.reference.futures.Future.class),
                                args.isNone("loop") ? asyncio.runningLoop() : args.object("loop", EventLoop.class)));
    }

    private static Coroutine coroutine(Args args) {
        if (args.get("coro") instanceof Coroutine coroutine) {
            return coroutine;
        }
        throw new TypeError("A coroutine object is required");
    }

    private static void registerFutures(OperationTable table) {
        table.on("asyncio.Future", Future.class)
                .op("done", "", (future, args) -> future.done())
                .op("cancelled", "", (future, args) -> future.cancelled())
                .op("cancel", "", (future, args) -> future.cancel())
                .op("result", "", (future, args) -> orNone(future.result()))
                .op("exception", "", (future, args) -> orNone(future.exception()))
                .action("set_result", "result, /", (future, args) -> future.setResult(args.get("result")))
                .action(
                        "set_exception",
                        "exception, /",
                        (future, args) -> future.setException(args.object("exception", PythonException.class)))
                .action(
                        "add_done_callback",
                        "fn, /",
                        (future, args) -> future.addDoneCallback(ReferenceCallable.of(args.get("fn"))));
        table.on("asyncio.Task", Task.class);
        table.on("asyncio.Handle", Handle.class)
                .action("cancel", "", (handle, args) -> handle.cancel())
                .op("cancelled", "", (handle, args) -> handle.cancelled());
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? PythonNone.NONE : value;
    }
}
