package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.ConditionLock;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.RLock;
import dev.threadstone.reference.threading.Timeout;
import org.jspecify.annotations.Nullable;

/** {@code threading.Condition}. */
final class ConditionOperations {

    private static final int LOCKED_SINCE = 14;

    private ConditionOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var oldNames = interpreter.threading().deprecatedNames();
        var type = table.on("threading.Condition", Condition.class)
                .constructor("lock=None", args -> over(interpreter, args.get("lock")))
                .op("acquire", LockOperations.ACQUIRE, (condition, args) -> acquire(interpreter, condition, args))
                .action("release", "", (condition, args) -> condition.release())
                .op("__enter__", "", (condition, args) -> condition.acquire())
                .action("__exit__", "*error", (condition, args) -> condition.release())
                .op("wait", "timeout=None", (condition, args) -> condition.await(OptionalTimeout.of(args)))
                .op("wait_for", "predicate, timeout=None", (condition, args) -> waitFor(condition, args))
                .action(
                        "notify",
                        "n=1",
                        (condition, args) ->
                                condition.notifyWaiters(args.integer("n").intValueExact()))
                .action("notify_all", "", (condition, args) -> condition.notifyAllWaiters())
                .action("notifyAll", "", (condition, args) -> oldNames.notifyAll(condition))
                .op("_is_owned", "", (condition, args) -> condition.isOwned())
                .op("_release_save", "", (condition, args) -> orNone(condition.releaseSave()))
                .op("__repr__", "", (condition, args) -> condition.toString());
        if (interpreter.options().python().atLeast(LOCKED_SINCE)) {
            type.op("locked", "", (condition, args) -> condition.locked());
        }
    }

    private static Condition over(Interpreter interpreter, Object lock) {
        if (lock == PythonNone.NONE) {
            return new Condition(interpreter);
        }
        if (lock instanceof Lock plain) {
            return new Condition(interpreter, plain);
        }
        if (lock instanceof RLock reentrant) {
            return new Condition(interpreter, reentrant);
        }
        if (lock instanceof ConditionLock custom) {
            return new Condition(interpreter, custom);
        }
        throw PythonException.attributeError(lock + " has no attribute 'acquire'");
    }

    private static boolean acquire(Interpreter interpreter, Condition condition, Args args) {
        return condition.acquire(LockOperations.blocking(interpreter, args), Timeout.ofSeconds(args.number("timeout")));
    }

    private static Object waitFor(Condition condition, Args args) {
        var predicate = args.callable("predicate");
        return condition.waitFor(
                predicate::call,
                result -> args.with("predicate", result).isTrue("predicate"),
                OptionalTimeout.of(args));
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? PythonNone.NONE : value;
    }
}
