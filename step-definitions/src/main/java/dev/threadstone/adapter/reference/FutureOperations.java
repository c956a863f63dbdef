package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.futures.DoneAndNotDone;
import dev.threadstone.reference.futures.Future;
import dev.threadstone.reference.futures.Futures;
import dev.threadstone.reference.futures.ReturnWhen;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code concurrent.futures}: futures, and waiting for several of them. */
final class FutureOperations {

    private static final int TIMEOUT_BUILTIN_SINCE = 11;

    private FutureOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        registerFuture(table, interpreter);
        registerWaiting(table, interpreter);
        for (var returnWhen : ReturnWhen.values()) {
            table.constant("concurrent.futures." + returnWhen, returnWhen.name());
        }
        if (interpreter.options().python().atLeast(TIMEOUT_BUILTIN_SINCE)) {
            table.errorAlias("concurrent.futures.TimeoutError", "TimeoutError");
        }
    }

    private static void registerFuture(OperationTable table, Interpreter interpreter) {
        table.on("concurrent.futures.Future", Future.class)
                .constructor("", args -> new Future(interpreter))
                .op("cancel", "", (future, args) -> future.cancel())
                .op("cancelled", "", (future, args) -> future.cancelled())
                .op("running", "", (future, args) -> future.running())
                .op("done", "", (future, args) -> future.done())
                .op("result", "timeout=None", (future, args) -> orNone(future.result(OptionalTimeout.of(args))))
                .op("exception", "timeout=None", (future, args) -> orNone(future.exception(OptionalTimeout.of(args))))
                .action(
                        "add_done_callback",
                        "fn",
                        (future, args) -> future.addDoneCallback(ReferenceCallable.of(args.get("fn"))))
                .op("set_running_or_notify_cancel", "", (future, args) -> future.setRunningOrNotifyCancel())
                .action("set_result", "result", (future, args) -> future.setResult(args.orNull("result")))
                .action("set_exception", "exception", (future, args) -> future.setException(failure(args)))
                .op("__repr__", "", (future, args) -> future.toString());
    }

    private static void registerWaiting(OperationTable table, Interpreter interpreter) {
        var futures = new Futures(interpreter);
        table.on("concurrent.futures.DoneAndNotDoneFutures", DoneAndNotDone.class)
                .attribute("done", DoneAndNotDone::done)
                .attribute("not_done", DoneAndNotDone::notDone)
                .op(
                        "__getitem__",
                        "index",
                        (pair, args) -> args.integer("index").signum() == 0 ? pair.done() : pair.notDone())
                .op("__len__", "", (pair, args) -> 2L);
        table.function(
                        "concurrent.futures.wait",
                        "fs, timeout=None, return_when='ALL_COMPLETED'",
                        args -> futures.waitFor(futures(args), OptionalTimeout.of(args), returnWhen(args)))
                .function(
                        "concurrent.futures.as_completed",
                        "fs, timeout=None",
                        args -> futures.asCompleted(futures(args), OptionalTimeout.of(args)));
    }

    private static List<Future> futures(Args args) {
        return args.items("fs").stream().map(Future.class::cast).toList();
    }

    private static ReturnWhen returnWhen(Args args) {
        var wanted = args.get("return_when");
        return Arrays.stream(ReturnWhen.values())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new PythonException("ValueError", "Invalid return condition: " + wanted));
    }

    private static dev.threadstone.reference.errors.PythonException failure(Args args) {
        return args.object("exception", dev.threadstone.reference.errors.PythonException.class);
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? PythonNone.NONE : value;
    }
}
