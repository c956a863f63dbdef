package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonOrder;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.queue.LifoQueue;
import dev.threadstone.reference.queue.PriorityQueue;
import dev.threadstone.reference.queue.Queue;
import dev.threadstone.reference.queue.Storage;
import dev.threadstone.reference.threading.Timeout;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code queue.Queue} and its subclasses. */
final class QueueOperations {

    static final String PUT = "item, block=True, timeout=None";
    static final String GET = "block=True, timeout=None";

    private static final String SIZE = "maxsize=0";
    private static final int SHUTDOWN_SINCE = 13;

    private QueueOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var type = table.on("queue.Queue", Queue.class)
                .constructor(SIZE, args -> StorageHooks.queue(interpreter, maxsize(args), args))
                .action("put", PUT, (queue, args) -> queue.put(args.get("item"), args.isTrue("block"), timeout(args)))
                .action("put_nowait", "item", (queue, args) -> queue.putNowait(args.get("item")))
                .op("get", GET, (queue, args) -> item(queue.get(args.isTrue("block"), timeout(args))))
                .op("get_nowait", "", (queue, args) -> item(queue.getNowait()))
                .action("task_done", "", (queue, args) -> queue.taskDone())
                .action("join", "", (queue, args) -> queue.join())
                .op("qsize", "", (queue, args) -> (long) queue.qsize())
                .op("empty", "", (queue, args) -> queue.isEmpty())
                .op("full", "", (queue, args) -> queue.isFull());
        registerAttributes(type);
        if (interpreter.options().python().atLeast(SHUTDOWN_SINCE)) {
            type.action("shutdown", "immediate=False", (queue, args) -> queue.shutdown(args.isTrue("immediate")))
                    .attribute("is_shutdown", Queue::isShutdown);
        }
        registerHooks(table);
        table.on("queue.LifoQueue", LifoQueue.class)
                .constructor(SIZE, args -> new LifoQueue(interpreter, maxsize(args)));
        table.on("queue.PriorityQueue", PriorityQueue.class)
                .constructor(SIZE, args -> new PriorityQueue(interpreter, maxsize(args), QueueOperations::isLess));
    }

    private static void registerAttributes(TypeOperations<Queue> type) {
        type.attribute("maxsize", Queue::maxsize, (queue, value) -> queue.setMaxsize(((Number) value).longValue()))
                .attribute("unfinished_tasks", Queue::unfinishedTasks)
                .attribute("mutex", Queue::mutex)
                .attribute("not_empty", Queue::notEmpty)
                .attribute("not_full", Queue::notFull)
                .attribute("all_tasks_done", Queue::allTasksDone)
                .op("__repr__", "", (queue, args) -> queue.toString());
    }

    /** What an override calls to do what it overrides. */
    private static void registerHooks(OperationTable table) {
        table.function("queue.Queue._qsize", "self", args ->
                        (long) storage(args).size())
                .function("queue.Queue._get", "self", args -> item(storage(args).get()))
                .function("queue.Queue._put", "self, item", args -> {
                    storage(args).put(args.get("item"));
                    return StorageHooks.NOTHING;
                });
    }

    private static Storage storage(Args args) {
        return StorageHooks.overridden(args.object("self", Queue.class));
    }

    private static long maxsize(Args args) {
        return args.integer("maxsize").longValueExact();
    }

    /** A non-blocking call does not look at its timeout. */
    static @Nullable Timeout timeout(Args args) {
        return args.isTrue("block") ? OptionalTimeout.of(args) : null;
    }

    /** What comes out is what the adapter put in, and that is never null. */
    static Object item(@Nullable Object item) {
        return Objects.requireNonNull(item, "an item");
    }

    private static boolean isLess(@Nullable Object one, @Nullable Object other) {
        return PythonOrder.isLess(item(one), item(other));
    }
}
