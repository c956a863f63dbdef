package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.Timeout;

/** {@code threading.Lock}. */
final class LockOperations {

    /** How {@code acquire} is called, for every kind of lock. */
    static final String ACQUIRE = "blocking=True, timeout=-1";

    private static final int ANY_TRUTH_VALUE_SINCE = 12;
    private static final int CLASS_SINCE = 13;

    private LockOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var type = table.on("threading.Lock", Lock.class)
                .constructor("", args -> new Lock(interpreter))
                .op("acquire", ACQUIRE, (lock, args) -> acquire(interpreter, lock, args))
                .action("release", "", (lock, args) -> lock.release())
                .op("locked", "", (lock, args) -> lock.locked())
                .op("acquire_lock", ACQUIRE, (lock, args) -> acquire(interpreter, lock, args))
                .action("release_lock", "", (lock, args) -> lock.release())
                .op("locked_lock", "", (lock, args) -> lock.locked())
                .op("__enter__", "", (lock, args) -> lock.acquire())
                .action("__exit__", "*error", (lock, args) -> lock.release())
                .op("__repr__", "", (lock, args) -> lock.toString());
        if (interpreter.options().python().atLeast(CLASS_SINCE)) {
            type.sealed();
        } else {
            type.factory();
        }
        table.function("_thread.allocate_lock", "", args -> new Lock(interpreter));
    }

    private static boolean acquire(Interpreter interpreter, Lock lock, Args args) {
        return lock.acquire(blocking(interpreter, args), Timeout.ofSeconds(args.number("timeout")));
    }

    /** The truth of {@code blocking}; before 3.12 it had to be an integer. */
    static boolean blocking(Interpreter interpreter, Args args) {
        return interpreter.options().python().atLeast(ANY_TRUTH_VALUE_SINCE)
                ? args.isTrue("blocking")
                : args.integer("blocking").signum() != 0;
    }
}
