package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.RLock;
import dev.threadstone.reference.threading.Timeout;

/** {@code threading.RLock}, a function that makes reentrant locks. */
final class RLockOperations {

    private static final int RECURSION_COUNT_SINCE = 11;
    private static final int ARGUMENTS_DEPRECATED_SINCE = 13;
    private static final int LOCKED_SINCE = 14;
    private static final int ARGUMENTS_REFUSED_SINCE = 15;

    private RLockOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var type = table.on("threading.RLock", RLock.class)
                .factory()
                .constructor("*args, **kwargs", args -> create(table, interpreter, args))
                .op(
                        "acquire",
                        LockOperations.ACQUIRE,
                        (lock, args) -> lock.acquire(
                                LockOperations.blocking(interpreter, args), Timeout.ofSeconds(args.number("timeout"))))
                .action("release", "", (lock, args) -> lock.release())
                .op("__enter__", "", (lock, args) -> lock.acquire())
                .action("__exit__", "*error", (lock, args) -> lock.release())
                .op("_is_owned", "", (lock, args) -> lock.isOwned())
                .op("__repr__", "", (lock, args) -> lock.toString());
        var level = interpreter.options().python();
        if (level.atLeast(RECURSION_COUNT_SINCE)) {
            type.op("_recursion_count", "", (lock, args) -> (long) lock.recursionCount());
        }
        if (level.atLeast(LOCKED_SINCE)) {
            type.op("locked", "", (lock, args) -> lock.locked());
        }
    }

    private static RLock create(OperationTable table, Interpreter interpreter, Args args) {
        var level = interpreter.options().python();
        var given = !args.items("args").isEmpty() || !args.entries("kwargs").isEmpty();
        if (given && level.atLeast(ARGUMENTS_REFUSED_SINCE)) {
            throw PythonException.typeError("RLock() takes no arguments");
        }
        if (given && level.atLeast(ARGUMENTS_DEPRECATED_SINCE)) {
            table.warn("DeprecationWarning");
        }
        return new RLock(interpreter);
    }
}
