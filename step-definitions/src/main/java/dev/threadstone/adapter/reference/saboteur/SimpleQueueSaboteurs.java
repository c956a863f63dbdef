package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.isTimed;
import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.isUnlimited;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.queue.SimpleQueue;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;

/** Saboteurs of {@code queue.SimpleQueue}. */
final class SimpleQueueSaboteurs {

    private SimpleQueueSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                simple(
                        "simple-queue-is-lifo",
                        "get() gives the newest item first.",
                        "SIMPLEQ-001 SIMPLEQ-004 SIMPLEQ-011",
                        (queue, interpreter) -> queue.wrap("get", SimpleQueueSaboteurs::getNewest)),
                simple(
                        "simple-queue-takes-maxsize",
                        "SimpleQueue takes a maxsize, and does not look at it.",
                        "SIMPLEQ-002",
                        (queue, interpreter) -> queue.resignConstructor("maxsize=0")),
                simple(
                        "simple-queue-put-checks-timeout",
                        "put() refuses a negative timeout.",
                        "SIMPLEQ-003",
                        (queue, interpreter) -> queue.wrap("put", (self, args, original) -> {
                            if (QueuePutSaboteurs.isNegative(args)) {
                                throw new ValueError("'timeout' must be a non-negative number");
                            }
                            return original.call(self, args);
                        })),
                simple(
                        "simple-queue-try-put-stores-nothing",
                        "put(block=False) stores nothing.",
                        "SIMPLEQ-003",
                        (queue, interpreter) -> queue.wrap(
                                "put",
                                (self, args, original) ->
                                        args.isTrue("block") ? original.call(self, args) : PythonNone.NONE)),
                simple(
                        "simple-queue-put-nowait-stores-nothing",
                        "put_nowait() stores nothing.",
                        "SIMPLEQ-004",
                        (queue, interpreter) -> queue.wrap("put_nowait", (self, args, original) -> PythonNone.NONE)),
                simple(
                        "simple-queue-get-does-not-wait",
                        "get() never waits unless it is told for how long.",
                        "SIMPLEQ-005 SIMPLEQ-011 SIMPLEQ-012",
                        (queue, interpreter) -> queue.wrap(
                                "get",
                                (self, args, original) ->
                                        original.call(self, isUnlimited(args) ? args.with("block", false) : args))),
                simple(
                        "simple-queue-get-returns-copy",
                        "get() returns a copy of what is no plain data.",
                        "SIMPLEQ-005",
                        (queue, interpreter) -> queue.wrap(
                                "get", (self, args, original) -> QueueSaboteurs.copy(original.call(self, args)))),
                simple(
                        "simple-queue-try-waits",
                        "get(block=False) waits for an item.",
                        "SIMPLEQ-006",
                        (queue, interpreter) -> queue.wrap(
                                "get",
                                (self, args, original) -> original.call(
                                        self,
                                        args.isTrue("block")
                                                ? args
                                                : args.with("block", true).with("timeout", PythonNone.NONE)))),
                simple(
                        "simple-queue-get-nowait-waits",
                        "get_nowait() waits for an item.",
                        "SIMPLEQ-006",
                        (queue, interpreter) -> queue.wrap(
                                "get_nowait", (self, args, original) -> Objects.requireNonNull(self.get(), "an item"))),
                simple(
                        "simple-queue-gives-up-early",
                        "A timed get() gives up after half its timeout.",
                        "SIMPLEQ-007",
                        (queue, interpreter) -> scale(queue, 0.5)),
                simple(
                        "simple-queue-gives-up-late",
                        "A timed get() takes twice its timeout.",
                        "SIMPLEQ-007",
                        (queue, interpreter) -> scale(queue, 2)),
                simple(
                        "simple-queue-timed-get-misses-item",
                        "A timed get() looks for an item again only when its timeout has passed.",
                        "SIMPLEQ-007",
                        (queue, interpreter) -> queue.wrap("get", (self, args, original) -> {
                            if (!isTimed(args) || isTooLong(args) || !self.isEmpty()) {
                                return original.call(self, args);
                            }
                            new Crowd(interpreter).sleep(args.number("timeout"));
                            return original.call(self, args.with("block", false));
                        })),
                simple(
                        "simple-queue-takes-negative-timeout",
                        "get() takes a negative timeout for zero.",
                        "SIMPLEQ-008",
                        (queue, interpreter) -> queue.wrap(
                                "get",
                                (self, args, original) -> original.call(
                                        self, QueuePutSaboteurs.isNegative(args) ? args.with("timeout", 0L) : args))),
                simple(
                        "simple-queue-has-task-done",
                        "A SimpleQueue has task_done(), which does nothing.",
                        "SIMPLEQ-009",
                        (queue, interpreter) -> queue.action("task_done", "", (self, args) -> {})),
                simple(
                        "simple-queue-has-queue-api",
                        "A SimpleQueue has join(), full(), maxsize and shutdown().",
                        "SIMPLEQ-009",
                        (queue, interpreter) -> queue.action("join", "", (self, args) -> {})
                                .op("full", "", (self, args) -> false)
                                .attribute("maxsize", self -> 0L)
                                .action("shutdown", "immediate=False", (self, args) -> {})),
                simple(
                        "simple-queue-qsize-says-one",
                        "qsize() is 1 if there is any item.",
                        "SIMPLEQ-010",
                        (queue, interpreter) ->
                                queue.wrap("qsize", (self, args, original) -> (long) Math.min(self.qsize(), 1))),
                simple(
                        "simple-queue-never-empty",
                        "empty() is False.",
                        "SIMPLEQ-005 SIMPLEQ-010 SIMPLEQ-012",
                        (queue, interpreter) -> queue.wrap("empty", (self, args, original) -> false)),
                simple(
                        "simple-queue-hands-out-twice",
                        "Every sixteenth get() and get_nowait() returns the item before once more.",
                        "SIMPLEQ-011",
                        (queue, interpreter) -> {
                            var repetition = new Repetition();
                            queue.wrap("get", repetition::call).wrap("get_nowait", repetition::call);
                        }),
                simple(
                        "simple-queue-put-waits-for-get",
                        "put() waits until its own thread is not getting.",
                        "SIMPLEQ-012",
                        SimpleQueueSaboteurs::excludeReentrance),
                simple(
                        "simple-queue-keeps-fetched-items",
                        "A queue remembers every item that was fetched.",
                        "SIMPLEQ-013",
                        SimpleQueueSaboteurs::remember),
                simple(
                        "simple-queue-takes-any-timeout",
                        "get() takes a timeout that is too long for no timeout.",
                        "SIMPLEQ-014",
                        (queue, interpreter) -> queue.wrap(
                                "get",
                                (self, args, original) -> original.call(
                                        self, isTooLong(args) ? args.with("timeout", PythonNone.NONE) : args))));
    }

    private static Saboteur simple(
            String name, String breaks, String requirements, Saboteur.TypePatch<SimpleQueue> patch) {
        return Saboteur.on("queue.SimpleQueue", SimpleQueue.class, name, breaks, requirements, patch);
    }

    private static void scale(TypeOperations<SimpleQueue> queue, double factor) {
        queue.wrap(
                "get",
                (self, args, original) -> original.call(
                        self,
                        isTimed(args) && !isTooLong(args)
                                ? args.with("timeout", args.number("timeout") * factor)
                                : args));
    }

    private static boolean isTooLong(Args args) {
        return isTimed(args) && args.number("timeout") > Timeout.MAX_SECONDS;
    }

    /** Takes all items out and puts back all but the newest. */
    private static Object getNewest(SimpleQueue self, Args args, Operation.Body<SimpleQueue> original)
            throws Exception {
        var items = new ArrayList<>(List.of(original.call(self, args)));
        while (!self.isEmpty()) {
            items.add(Objects.requireNonNull(self.getNowait(), "an item"));
        }
        items.subList(0, items.size() - 1).forEach(self::put);
        return items.get(items.size() - 1);
    }

    private static void excludeReentrance(TypeOperations<SimpleQueue> queue, Interpreter interpreter) {
        Map<Object, SimpleQueue> getting = new HashMap<>();
        queue.wrap("get", (self, args, original) -> {
            var thread = interpreter.current();
            getting.put(thread, self);
            try {
                return original.call(self, args);
            } finally {
                getting.remove(thread);
            }
        });
        queue.wrap("put", (self, args, original) -> {
            var thread = interpreter.current();
            new Crowd(interpreter).await(() -> getting.get(thread) != self);
            return original.call(self, args);
        });
    }

    private static void remember(TypeOperations<SimpleQueue> queue, Interpreter interpreter) {
        Map<SimpleQueue, List<Object>> fetched = new WeakHashMap<>();
        queue.wrap("get", (self, args, original) -> {
            var item = original.call(self, args);
            fetched.computeIfAbsent(self, unknown -> new ArrayList<>()).add(item);
            return item;
        });
    }
}
