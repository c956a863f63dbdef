package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.RLock;
import dev.threadstone.reference.threading.Timeout;

/** {@code threading.RLock}, a function that makes reentrant locks. */
final class RLockOperations {

    private static final int RECURSION_COUNT_SINCE = 11;
    private static final int LOCKED_SINCE = 14;

    private RLockOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var type = table.on("threading.RLock", RLock.class)
                .factory()
                .constructor("*args, **kwargs", args -> create(interpreter, args))
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

    private static RLock create(Interpreter interpreter, Args args) {
        var given = !args.items("args").isEmpty() || !args.entries("kwargs").isEmpty();
        return given ? RLock.withIgnoredArguments(interpreter) : new RLock(interpreter);
    }
}
