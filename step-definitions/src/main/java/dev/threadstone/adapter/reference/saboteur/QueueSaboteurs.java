package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.queue.LifoQueue;
import dev.threadstone.reference.queue.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of {@code queue.Queue} and its subclasses: which items come out, and how many fit. */
final class QueueSaboteurs {

    static final String TYPE = "queue.Queue";

    private static final long SMALL_BOUND = 20;

    private QueueSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                queue(
                        "queue-is-lifo",
                        "A Queue gives the newest item first.",
                        "QUEUE-001 QUEUE-002 QSHUT-005 PATTERN-004 PATTERN-005 PATTERN-006 PATTERN-034",
                        (queue, interpreter) -> queue.wrapConstructor((nobody, args, original) -> isDerived(args)
                                ? original.call(nobody, args)
                                : new LifoQueue(
                                        interpreter, args.integer("maxsize").longValueExact()))),
                queue(
                        "queue-hands-out-twice",
                        "Every sixteenth get() of a queue returns the item before once more.",
                        "QUEUE-002 QUEUE-003 LIFO-005 PRIO-010 PATTERN-007 PATTERN-014 PATTERN-035",
                        (queue, interpreter) -> queue.wrap("get", new Repetition()::call)),
                queue(
                        "queue-born-bounded",
                        "A queue that is built without arguments has a capacity of 100.",
                        "QUEUE-003 QUEUE-004 QUEUE-019",
                        (queue, interpreter) -> queue.resignConstructor("maxsize=100")),
                queue(
                        "queue-small-maxsize-is-a-bound",
                        "A maxsize of zero or less bounds the queue as well.",
                        "QUEUE-005 PATTERN-010",
                        (queue, interpreter) -> queue.wrapConstructor((nobody, args, original) -> original.call(
                                nobody,
                                args.isGiven("maxsize")
                                                && args.integer("maxsize").signum() <= 0
                                        ? args.with("maxsize", SMALL_BOUND)
                                        : args))),
                queue(
                        "queue-get-returns-copy",
                        "get() returns a copy of what is no plain data.",
                        "QUEUE-021 PRIO-006 PRIO-007 PATTERN-003 PATTERN-021",
                        (queue, interpreter) ->
                                queue.wrap("get", (self, args, original) -> copy(original.call(self, args)))),
                queue(
                        "queue-skips-none",
                        "put(None) stores nothing.",
                        "QUEUE-021 PATTERN-001 PATTERN-002 PATTERN-003 PATTERN-006 PATTERN-007 "
                                + "PATTERN-015 PATTERN-034",
                        (queue, interpreter) -> queue.wrap(
                                "put",
                                (self, args, original) ->
                                        args.isNone("item") ? PythonNone.NONE : original.call(self, args))),
                queue(
                        "queue-put-returns-true",
                        "put() returns True.",
                        "QUEUE-007 QUEUE-015 QUEUE-016 QUEUE-019 QUEUE-020 QUEUE-021 QUEUE-026 LIFO-003 "
                                + "PRIO-004 PRIO-008",
                        (queue, interpreter) -> queue.wrap("put", (self, args, original) -> {
                            original.call(self, args);
                            return true;
                        })),
                queue(
                        "queue-qsize-counts-unfinished-tasks",
                        "qsize() is the number of items that are not done.",
                        "QUEUE-006 QUEUE-007 QUEUE-015 QUEUE-021 QUEUE-022 QUEUE-026 QUEUE-028 LIFO-003 "
                                + "PRIO-005 PRIO-008 PATTERN-016",
                        (queue, interpreter) -> queue.wrap("qsize", (self, args, original) -> self.unfinishedTasks())),
                queue(
                        "queue-empty-only-when-new",
                        "empty() is False once there was an item.",
                        "QUEUE-008 QUEUE-024 QUEUE-030 QUEUE-036 LIFO-003 PRIO-008",
                        (queue, interpreter) -> queue.wrap(
                                "empty",
                                (self, args, original) -> everPut(self) ? (Object) false : original.call(self, args))),
                queue(
                        "queue-full-too-late",
                        "full() is True only above maxsize.",
                        "QUEUE-025 QUEUE-037 LIFO-003 PRIO-008",
                        (queue, interpreter) -> queue.wrap(
                                "full", (self, args, original) -> self.maxsize() > 0 && self.qsize() > self.maxsize())),
                queue(
                        "queue-unbounded-is-full",
                        "full() of an unbounded queue is True once there is an item.",
                        "QUEUE-025 LIFO-003 PRIO-008",
                        (queue, interpreter) -> queue.wrap(
                                "full", (self, args, original) -> self.qsize() >= Math.max(self.maxsize(), 1))),
                queue(
                        "queue-maxsize-is-fixed",
                        "Assigning maxsize changes nothing.",
                        "QUEUE-026",
                        (queue, interpreter) -> queue.replaceSetter("maxsize", (self, value) -> {})),
                queue(
                        "queue-lower-maxsize-drops-items",
                        "Lowering maxsize drops what is too much.",
                        "QUEUE-026",
                        (queue, interpreter) -> queue.wrapSetter("maxsize", (self, value, original) -> {
                            original.accept(value);
                            drop((Queue) self, ((Number) value).intValue());
                        })),
                queue(
                        "queue-keeps-fetched-items",
                        "A queue remembers every item that was fetched.",
                        "QUEUE-046",
                        QueueSaboteurs::remember),
                Saboteur.of(
                        "queue-empty-is-full",
                        "queue.Empty derives from queue.Full.",
                        "QUEUE-045",
                        (table, interpreter) -> Subtyping.claim(table, "queue.Empty", "queue.Full")),
                Saboteur.of(
                        "queue-full-is-empty",
                        "queue.Full derives from queue.Empty.",
                        "QUEUE-045",
                        (table, interpreter) -> Subtyping.claim(table, "queue.Full", "queue.Empty")),
                queue(
                        "queue-counts-item-too-early",
                        "An item counts while its put() is still storing it, and can then be asked for.",
                        "QUEUE-043",
                        QueueFaults::countEarly),
                queue(
                        "queue-storage-errors-are-swallowed",
                        "What a storage hook raises goes nowhere.",
                        "QUEUE-044",
                        QueueFaults::swallowStorageErrors));
    }

    static Saboteur queue(String name, String breaks, String requirements, Saboteur.TypePatch<Queue> patch) {
        return Saboteur.on(TYPE, Queue.class, name, breaks, requirements, patch);
    }

    /** Whether a call may wait without limit. */
    static boolean isUnlimited(Args args) {
        return args.isTrue("block") && args.isNone("timeout");
    }

    /** Whether a call may wait for some time. */
    static boolean isTimed(Args args) {
        return args.isTrue("block") && EventSaboteurs.isTimed(args);
    }

    static Object copy(Object item) {
        var plain = item instanceof PythonNone
                || item instanceof String
                || item instanceof Number
                || item instanceof Boolean
                || item instanceof PythonTuple;
        return plain ? item : new ArrayList<>(List.of(item));
    }

    private static boolean isDerived(Args args) {
        return args.override("_put").or(() -> args.override("_get")).isPresent();
    }

    private static boolean everPut(Queue queue) {
        return queue.qsize() > 0 || queue.unfinishedTasks() > 0;
    }

    private static void drop(Queue queue, int rest) {
        while (queue.qsize() > rest) {
            queue.getNowait();
        }
    }

    private static void remember(TypeOperations<Queue> queue, Interpreter interpreter) {
        Map<Queue, List<Object>> fetched = new WeakHashMap<>();
        queue.wrap("get", (self, args, original) -> {
            var item = original.call(self, args);
            fetched.computeIfAbsent(self, unknown -> new ArrayList<>()).add(item);
            return item;
        });
    }
}
