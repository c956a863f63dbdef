package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.BoundedSemaphore;
import dev.threadstone.reference.threading.Semaphore;

/** {@code threading.Semaphore} and {@code threading.BoundedSemaphore}. */
final class SemaphoreOperations {

    private static final int RELEASE_OF_SEVERAL_SINCE = 9;

    private SemaphoreOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var type = table.on("threading.Semaphore", Semaphore.class)
                .constructor(
                        "value=1",
                        args -> new Semaphore(interpreter, args.integer("value").longValueExact()))
                .op(
                        "acquire",
                        "blocking=True, timeout=None",
                        (semaphore, args) -> semaphore.acquire(args.isTrue("blocking"), OptionalTimeout.of(args)))
                .op("__enter__", "", (semaphore, args) -> semaphore.acquire())
                .action("__exit__", "*error", (semaphore, args) -> semaphore.release())
                .op("__repr__", "", (semaphore, args) -> semaphore.toString());
        if (interpreter.options().python().atLeast(RELEASE_OF_SEVERAL_SINCE)) {
            type.action(
                    "release",
                    "n=1",
                    (semaphore, args) -> semaphore.release(args.integer("n").intValueExact()));
        } else {
            type.action("release", "", (semaphore, args) -> semaphore.release());
        }
        table.on("threading.BoundedSemaphore", BoundedSemaphore.class)
                .constructor(
                        "value=1",
                        args -> new BoundedSemaphore(
                                interpreter, args.integer("value").longValueExact()));
    }
}
