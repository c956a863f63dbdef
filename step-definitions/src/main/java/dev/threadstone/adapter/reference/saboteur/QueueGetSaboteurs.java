package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.isTimed;
import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.isUnlimited;
import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.queue;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.queue.Queue;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Saboteurs of {@code queue.Queue} and its subclasses: getting. */
final class QueueGetSaboteurs {

    private QueueGetSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                queue(
                        "queue-get-does-not-wait",
                        "get() never waits unless it is told for how long.",
                        "QUEUE-003 QUEUE-006 QUEUE-008 QUEUE-021 QUEUE-036 QUEUE-038 QUEUE-040 "
                                + "QUEUE-041 QUEUE-042 LIFO-003 LIFO-005 PRIO-008 QSHUT-004 QSHUT-007 "
                                + "FREETHREAD-010 GIL-014 PATTERN-001 PATTERN-002 PATTERN-003 PATTERN-007 "
                                + "PATTERN-009 PATTERN-012 PATTERN-014 PATTERN-015 PATTERN-017 PATTERN-035 "
                                + "PATTERN-036 VISIB-007 VISIB-010",
                        (queue, interpreter) -> queue.wrap(
                                "get",
                                (self, args, original) ->
                                        original.call(self, isUnlimited(args) ? args.with("block", false) : args))),
                queue(
                        "queue-get-try-waits",
                        "get(block=False) waits for an item.",
                        "QUEUE-011 QUEUE-020 QUEUE-035 QUEUE-045 LIFO-003 PRIO-008 PATTERN-007",
                        (queue, interpreter) -> queue.wrap(
                                "get",
                                (self, args, original) -> original.call(
                                        self,
                                        args.isTrue("block")
                                                ? args
                                                : args.with("block", true).with("timeout", PythonNone.NONE)))),
                queue(
                        "queue-get-try-returns-none",
                        "get(block=False) returns None if there is no item.",
                        "QUEUE-011 QUEUE-020 QUEUE-035 QUEUE-045 LIFO-003 PRIO-008 PATTERN-007",
                        (queue, interpreter) -> queue.wrap(
                                "get",
                                (self, args, original) -> !args.isTrue("block") && isDry(self)
                                        ? PythonNone.NONE
                                        : original.call(self, args))),
                queue(
                        "queue-get-nowait-waits",
                        "get_nowait() waits for an item.",
                        "QUEUE-012 QUEUE-023",
                        (queue, interpreter) -> queue.wrap("get_nowait", (self, args, original) -> orNone(self.get()))),
                queue(
                        "queue-get-nowait-returns-none",
                        "get_nowait() returns None if there is no item.",
                        "QUEUE-012 QUEUE-023",
                        (queue, interpreter) -> queue.wrap(
                                "get_nowait",
                                (self, args, original) -> isDry(self) ? PythonNone.NONE : original.call(self, args))),
                queue(
                        "queue-get-gives-up-early",
                        "A timed get() gives up after half its timeout.",
                        "QUEUE-014 QUEUE-039 LIFO-003 PRIO-008",
                        (queue, interpreter) -> QueuePutSaboteurs.scale(queue, "get", 0.5)),
                queue(
                        "queue-get-gives-up-late",
                        "A timed get() takes twice its timeout.",
                        "QUEUE-014 QUEUE-039 LIFO-003 PRIO-008 PATTERN-012",
                        (queue, interpreter) -> QueuePutSaboteurs.scale(queue, "get", 2)),
                queue(
                        "queue-timed-get-misses-item",
                        "A timed get() looks for an item again only when its timeout has passed.",
                        "QUEUE-015 QUEUE-039 QSHUT-004",
                        (queue, interpreter) -> queue.wrap("get", (self, args, original) -> {
                            if (!isTimed(args) || !isDry(self)) {
                                return original.call(self, args);
                            }
                            new Crowd(interpreter).sleep(args.number("timeout"));
                            return original.call(self, args.with("block", false));
                        })),
                queue(
                        "queue-get-zero-waits",
                        "get(timeout=0) waits without limit.",
                        "QUEUE-016 LIFO-003 PRIO-008",
                        (queue, interpreter) -> QueuePutSaboteurs.zeroWaits(queue, "get")),
                queue(
                        "queue-get-takes-negative-timeout",
                        "get() takes a negative timeout for zero.",
                        "QUEUE-017 LIFO-003 PRIO-008",
                        (queue, interpreter) -> QueuePutSaboteurs.negativeIsZero(queue, "get")),
                queue(
                        "queue-get-checks-timeout-too-late",
                        "get() refuses a negative timeout only if there is no item.",
                        "QUEUE-017",
                        (queue, interpreter) -> queue.wrap(
                                "get",
                                (self, args, original) -> original.call(
                                        self,
                                        QueuePutSaboteurs.isNegative(args) && !self.isEmpty()
                                                ? args.with("timeout", 0L)
                                                : args))),
                queue(
                        "queue-get-try-checks-timeout",
                        "get(block=False) refuses a negative timeout.",
                        "QUEUE-020 LIFO-003 PRIO-008",
                        (queue, interpreter) -> QueuePutSaboteurs.checkInTry(queue, "get")),
                queue(
                        "queue-one-item-for-all",
                        "An item goes to everybody who waits without timeout.",
                        "QUEUE-036 QUEUE-038 PATTERN-002 PATTERN-007 PATTERN-014 PATTERN-015 "
                                + "PATTERN-017 VISIB-007",
                        QueueGetSaboteurs::giveToAll),
                queue(
                        "queue-newest-consumer-first",
                        "Who waits without timeout is served last come, first served.",
                        "QUEUE-038",
                        QueueGetSaboteurs::serveNewest),
                queue(
                        "queue-timed-get-waits-once",
                        "A timed get() that is woken for nothing gives up.",
                        "QUEUE-039",
                        (queue, interpreter) -> queue.wrap("get", QueueGetSaboteurs::waitOnce)),
                queue(
                        "queue-get-blocks-all",
                        "A get() that waits keeps every thread from running.",
                        "QUEUE-008 QUEUE-021 QUEUE-036 QUEUE-038 QUEUE-040 QUEUE-041 QUEUE-042 LIFO-003 "
                                + "PRIO-008 QSHUT-004 QSHUT-007 FREETHREAD-010 GIL-014 PATTERN-001 PATTERN-002 "
                                + "PATTERN-003 PATTERN-004 PATTERN-005 PATTERN-007 PATTERN-009 PATTERN-012 "
                                + "PATTERN-014 PATTERN-015 PATTERN-017 PATTERN-035 PATTERN-036 VISIB-007 "
                                + "VISIB-010",
                        (queue, interpreter) -> queue.wrap("get", (self, args, original) -> {
                            if (isUnlimited(args) && isDry(self)) {
                                new Crowd(interpreter).freeze();
                            }
                            return original.call(self, args);
                        })),
                queue(
                        "queue-get-swallows-interrupt",
                        "get() goes on when a signal handler has raised.",
                        "QUEUE-042",
                        QueueFaults::swallowInterrupt),
                queue(
                        "queue-empty-get-counts-as-task",
                        "A get() that raises Empty has raised the number of unfinished tasks.",
                        "QUEUE-035 PATTERN-007",
                        (queue, interpreter) -> queue.wrap("get", (self, args, original) -> {
                            if (!args.isTrue("block") && self.isEmpty()) {
                                self.put(PythonNone.NONE);
                                self.getNowait();
                            }
                            return original.call(self, args);
                        })));
    }

    private static Object waitOnce(Queue self, Args args, Operation.Body<Queue> original) throws Exception {
        if (!isTimed(args) || !isDry(self)) {
            return original.call(self, args);
        }
        self.mutex().with(() -> self.notEmpty().await(Timeout.ofSeconds(args.number("timeout"))));
        return original.call(self, args.with("block", false));
    }

    private static void giveToAll(TypeOperations<Queue> queue, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        Map<Queue, Object> latest = new WeakHashMap<>();
        queue.wrap("get", (self, args, original) -> {
            if (!isUnlimited(args) || !isDry(self) || interpreter.current().isMain()) {
                return original.call(self, args);
            }
            crowds.of(self).await();
            return self.isShutdown() ? original.call(self, args) : orNone(latest.get(self));
        });
        queue.wrap("put", (self, args, original) -> {
            if (crowds.of(self).size() == 0) {
                return original.call(self, args);
            }
            latest.put(self, args.get("item"));
            crowds.of(self).releaseAll();
            return PythonNone.NONE;
        });
        queue.wrap("shutdown", (self, args, original) -> {
            var result = original.call(self, args);
            crowds.of(self).releaseAll();
            return result;
        });
    }

    private static void serveNewest(TypeOperations<Queue> queue, Interpreter interpreter) {
        Map<Queue, Deque<Crowd>> waiting = new WeakHashMap<>();
        queue.wrap("get", (self, args, original) -> {
            if (isUnlimited(args) && isDry(self) && !interpreter.current().isMain()) {
                var alone = new Crowd(interpreter);
                waiting.computeIfAbsent(self, unknown -> new ArrayDeque<>()).push(alone);
                alone.await();
            }
            return original.call(self, args);
        });
        queue.wrap("put", (self, args, original) -> {
            var result = original.call(self, args);
            var newest = waiting.getOrDefault(self, new ArrayDeque<>()).poll();
            if (newest != null) {
                newest.releaseAll();
            }
            return result;
        });
        queue.wrap("shutdown", (self, args, original) -> {
            var result = original.call(self, args);
            waiting.getOrDefault(self, new ArrayDeque<>()).forEach(Crowd::releaseAll);
            return result;
        });
    }

    /** Whether there is nothing to get yet. */
    private static boolean isDry(Queue queue) {
        return queue.isEmpty() && !queue.isShutdown();
    }

    private static Object orNone(@Nullable Object item) {
        return item == null ? PythonNone.NONE : item;
    }
}
