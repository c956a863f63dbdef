package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.queue.SimpleQueue;

/** {@code queue.SimpleQueue}. */
final class SimpleQueueOperations {

    private SimpleQueueOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("queue.SimpleQueue", SimpleQueue.class)
                .constructor("", args -> new SimpleQueue(interpreter))
                .action("put", QueueOperations.PUT, (queue, args) -> queue.put(args.get("item")))
                .action("put_nowait", "item", (queue, args) -> queue.put(args.get("item")))
                .op(
                        "get",
                        QueueOperations.GET,
                        (queue, args) ->
                                QueueOperations.item(queue.get(args.isTrue("block"), QueueOperations.timeout(args))))
                .op("get_nowait", "", (queue, args) -> QueueOperations.item(queue.getNowait()))
                .op("qsize", "", (queue, args) -> (long) queue.qsize())
                .op("empty", "", (queue, args) -> queue.isEmpty())
                .op("__repr__", "", (queue, args) -> queue.toString());
    }
}
