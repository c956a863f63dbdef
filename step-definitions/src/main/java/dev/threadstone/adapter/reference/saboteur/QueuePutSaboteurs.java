package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.isTimed;
import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.isUnlimited;
import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.queue;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.Full;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.queue.Queue;
import dev.threadstone.reference.queue.Storage;
import java.util.List;

/** Saboteurs of {@code queue.Queue} and its subclasses: putting. */
final class QueuePutSaboteurs {

    private QueuePutSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                queue(
                        "queue-put-does-not-wait",
                        "put() never waits unless it is told for how long.",
                        "QUEUE-002 QUEUE-003 QUEUE-006 QUEUE-007 QUEUE-037 QUEUE-041 LIFO-003 LIFO-005 "
                                + "PRIO-008 QSHUT-003 PATTERN-009 PATTERN-010",
                        (queue, interpreter) -> queue.wrap(
                                "put",
                                (self, args, original) ->
                                        original.call(self, isUnlimited(args) ? args.with("block", false) : args))),
                queue(
                        "queue-overfills",
                        "All who wait for room go on when there is room for one.",
                        "QUEUE-006 QUEUE-037",
                        QueuePutSaboteurs::overfill),
                queue(
                        "queue-put-try-stores",
                        "put(block=False) stores the item in a full queue too, and raises Full then.",
                        "QUEUE-009 QUEUE-026 QUEUE-045 LIFO-003 PRIO-008",
                        (queue, interpreter) -> queue.wrap("put", (self, args, original) -> {
                            if (!args.isTrue("block") && self.isFull()) {
                                self.storage().put(args.get("item"));
                            }
                            return original.call(self, args);
                        })),
                queue(
                        "queue-put-try-waits",
                        "put(block=False) waits for room.",
                        "QUEUE-009 QUEUE-020 QUEUE-026 QUEUE-035 QUEUE-045 LIFO-003 PRIO-008",
                        (queue, interpreter) -> queue.wrap(
                                "put",
                                (self, args, original) -> original.call(
                                        self,
                                        args.isTrue("block")
                                                ? args
                                                : args.with("block", true).with("timeout", PythonNone.NONE)))),
                queue(
                        "queue-put-nowait-waits",
                        "put_nowait() waits for room.",
                        "QUEUE-010",
                        (queue, interpreter) -> queue.wrap("put_nowait", (self, args, original) -> {
                            self.put(args.get("item"));
                            return PythonNone.NONE;
                        })),
                queue(
                        "queue-put-gives-up-early",
                        "A timed put() gives up after half its timeout.",
                        "QUEUE-013 LIFO-003 PRIO-008",
                        (queue, interpreter) -> scale(queue, "put", 0.5)),
                queue(
                        "queue-put-gives-up-late",
                        "A timed put() takes twice its timeout.",
                        "QUEUE-013 LIFO-003 PRIO-008",
                        (queue, interpreter) -> scale(queue, "put", 2)),
                queue(
                        "queue-timed-put-misses-room",
                        "A timed put() looks for room again only when its timeout has passed.",
                        "QUEUE-015 QSHUT-003",
                        (queue, interpreter) -> queue.wrap("put", (self, args, original) -> {
                            if (!isTimed(args) || !self.isFull()) {
                                return original.call(self, args);
                            }
                            new Crowd(interpreter).sleep(args.number("timeout"));
                            return original.call(self, args.with("block", false));
                        })),
                queue(
                        "queue-put-zero-waits",
                        "put(timeout=0) waits without limit.",
                        "QUEUE-016 LIFO-003 PRIO-008",
                        (queue, interpreter) -> zeroWaits(queue, "put")),
                queue(
                        "queue-put-takes-negative-timeout",
                        "put() takes a negative timeout for zero.",
                        "QUEUE-018 LIFO-003 PRIO-008",
                        (queue, interpreter) -> negativeIsZero(queue, "put")),
                queue(
                        "queue-put-always-checks-timeout",
                        "A negative timeout is refused by put() on an unbounded queue too.",
                        "QUEUE-019 QSHUT-015",
                        (queue, interpreter) -> queue.wrap("put", (self, args, original) -> {
                            if (args.isTrue("block") && isNegative(args)) {
                                throw new ValueError("'timeout' must be a non-negative number");
                            }
                            return original.call(self, args);
                        })),
                queue(
                        "queue-put-try-checks-timeout",
                        "put(block=False) refuses a negative timeout.",
                        "QUEUE-020 LIFO-003 PRIO-008",
                        (queue, interpreter) -> checkInTry(queue, "put")),
                queue(
                        "queue-put-blocks-all",
                        "A put() that waits keeps every thread from running.",
                        "QUEUE-002 QUEUE-003 QUEUE-006 QUEUE-007 QUEUE-037 QUEUE-041 LIFO-003 LIFO-005 "
                                + "PRIO-008 QSHUT-003 PATTERN-009 PATTERN-010",
                        (queue, interpreter) -> queue.wrap("put", (self, args, original) -> {
                            if (isUnlimited(args) && self.isFull() && !self.isShutdown()) {
                                new Crowd(interpreter).freeze();
                            }
                            return original.call(self, args);
                        })),
                queue(
                        "queue-full-put-counts-as-task",
                        "A put() that raises Full has raised the number of unfinished tasks.",
                        "QUEUE-035",
                        QueuePutSaboteurs::countFailures));
    }

    static void scale(TypeOperations<Queue> queue, String method, double factor) {
        queue.wrap(
                method,
                (self, args, original) -> original.call(
                        self, isTimed(args) ? args.with("timeout", args.number("timeout") * factor) : args));
    }

    static void zeroWaits(TypeOperations<Queue> queue, String method) {
        queue.wrap(
                method,
                (self, args, original) -> original.call(
                        self,
                        args.isTrue("block") && args.get("timeout").equals(0L)
                                ? args.with("timeout", PythonNone.NONE)
                                : args));
    }

    static void negativeIsZero(TypeOperations<Queue> queue, String method) {
        queue.wrap(
                method,
                (self, args, original) -> original.call(self, isNegative(args) ? args.with("timeout", 0L) : args));
    }

    static void checkInTry(TypeOperations<Queue> queue, String method) {
        queue.wrap(method, (self, args, original) -> {
            if (!args.isTrue("block") && isNegative(args)) {
                throw new ValueError("'timeout' must be a non-negative number");
            }
            return original.call(self, args);
        });
    }

    static boolean isNegative(Args args) {
        return args.get("timeout") instanceof Number && args.number("timeout") < 0;
    }

    /** Who waits does so in a crowd, and does not look again at whether there is room. */
    private static void overfill(TypeOperations<Queue> queue, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        queue.wrap("put", (self, args, original) -> {
            if (!isUnlimited(args) || !self.isFull() || self.isShutdown()) {
                return original.call(self, args);
            }
            crowds.of(self).await();
            if (self.isShutdown()) {
                return original.call(self, args);
            }
            self.mutex().with(() -> {
                self.storage().put(args.get("item"));
                self.notEmpty().notifyOne();
                return true;
            });
            return PythonNone.NONE;
        });
        for (var method : List.of("get", "shutdown")) {
            queue.wrap(method, (self, args, original) -> {
                var result = original.call(self, args);
                crowds.of(self).releaseAll();
                return result;
            });
        }
    }

    /** The task that is too much is an item that is put and taken out again. */
    private static void countFailures(TypeOperations<Queue> queue, Interpreter interpreter) {
        queue.wrap("put", (self, args, original) -> {
            try {
                return original.call(self, args);
            } catch (Full raised) {
                var maxsize = self.maxsize();
                self.setMaxsize(0);
                self.put(args.get("item"));
                self.mutex().with(() -> removeLast(self.storage()));
                self.setMaxsize(maxsize);
                throw raised;
            }
        });
    }

    private static boolean removeLast(Storage storage) {
        for (int others = storage.size() - 1; others > 0; others--) {
            storage.put(storage.get());
        }
        return storage.get() != null;
    }
}
