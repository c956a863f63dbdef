package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.isUnlimited;
import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.queue;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.Empty;
import dev.threadstone.reference.errors.Full;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ShutDown;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.queue.Queue;
import java.util.List;
import java.util.function.Predicate;

/** Saboteurs of {@code queue.Queue} and its subclasses: shutdown. */
final class QueueShutdownSaboteurs {

    private QueueShutdownSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                queue(
                        "shutdown-queue-takes-items",
                        "put() stores items in a queue that was shut down.",
                        "QSHUT-001 QSHUT-002 QSHUT-012 QSHUT-015",
                        (queue, interpreter) -> queue.wrap("put", QueueShutdownSaboteurs::storeAnyway)),
                queue(
                        "shutdown-queue-takes-items-at-once",
                        "put_nowait() stores items in a queue that was shut down.",
                        "QSHUT-001 QSHUT-002",
                        (queue, interpreter) -> queue.wrap("put_nowait", QueueShutdownSaboteurs::storeAnyway)),
                queue(
                        "shutdown-full-queue-is-full",
                        "A put on a full queue that was shut down raises Full.",
                        "QSHUT-002",
                        QueueShutdownSaboteurs::preferFull),
                queue(
                        "shutdown-leaves-producers",
                        "shutdown() does not wake who waits for room.",
                        "QSHUT-003",
                        (queue, interpreter) -> wait(queue, interpreter, "put", "get", self -> !self.isFull())),
                queue(
                        "shutdown-leaves-consumers",
                        "shutdown() does not wake who waits for an item.",
                        "QSHUT-004 QSHUT-007 PATTERN-035",
                        (queue, interpreter) -> wait(queue, interpreter, "get", "put", self -> !self.isEmpty())),
                queue(
                        "shutdown-is-always-immediate",
                        "shutdown() drops what is in the queue.",
                        "QSHUT-001 QSHUT-003 QSHUT-005 QSHUT-006 QSHUT-011 QSHUT-012 PATTERN-035",
                        (queue, interpreter) -> queue.wrap(
                                "shutdown",
                                (self, args, original) -> original.call(self, args.with("immediate", true)))),
                queue(
                        "shutdown-drained-queue-is-empty",
                        "A get() on an empty queue that was shut down raises Empty.",
                        "QSHUT-006 QSHUT-008 QSHUT-012 QSHUT-015",
                        QueueShutdownSaboteurs::preferEmpty),
                queue(
                        "shutdown-wakes-consumers-with-none",
                        "A get() that is woken by shutdown() returns None.",
                        "QSHUT-004 QSHUT-007",
                        QueueShutdownSaboteurs::wakeWithNone),
                queue(
                        "shutdown-is-never-immediate",
                        "shutdown(immediate=True) drops nothing.",
                        "QSHUT-003 QSHUT-008 QSHUT-009 QSHUT-010 QSHUT-012",
                        (queue, interpreter) -> queue.wrap(
                                "shutdown",
                                (self, args, original) -> original.call(self, args.with("immediate", false)))),
                queue(
                        "shutdown-drops-are-unfinished",
                        "What an immediate shutdown drops remains an unfinished task.",
                        "QSHUT-009 QSHUT-010",
                        (queue, interpreter) -> queue.wrap("shutdown", (self, args, original) -> {
                            while (args.isTrue("immediate") && !self.isEmpty()) {
                                self.getNowait();
                            }
                            return original.call(self, args);
                        })),
                queue(
                        "shutdown-finishes-fetched-items",
                        "An immediate shutdown ends all tasks, also those of items that were fetched.",
                        "QSHUT-010",
                        (queue, interpreter) -> finishAll(queue, true)),
                queue(
                        "shutdown-finishes-all",
                        "A shutdown that is not immediate ends all tasks.",
                        "QSHUT-011",
                        (queue, interpreter) -> finishAll(queue, false)),
                queue(
                        "shutdown-works-once",
                        "A second shutdown() raises RuntimeError.",
                        "QSHUT-012",
                        (queue, interpreter) -> queue.wrap("shutdown", (self, args, original) -> {
                            if (self.isShutdown()) {
                                throw new RuntimeError("the queue was shut down before");
                            }
                            return original.call(self, args);
                        })),
                queue(
                        "shutdown-is-not-upgraded",
                        "A second shutdown() does nothing.",
                        "QSHUT-012",
                        (queue, interpreter) -> queue.wrap(
                                "shutdown",
                                (self, args, original) ->
                                        self.isShutdown() ? PythonNone.NONE : original.call(self, args))),
                queue(
                        "shutdown-leaves-no-trace",
                        "is_shutdown is False.",
                        "QSHUT-013",
                        (queue, interpreter) -> queue.wrapGetter("is_shutdown", getter -> self -> false)),
                Saboteur.of(
                        "shutdown-error-is-empty",
                        "queue.ShutDown derives from queue.Empty.",
                        "QSHUT-014",
                        (table, interpreter) -> Subtyping.claim(table, "queue.ShutDown", "queue.Empty")),
                queue(
                        "shutdown-queue-checks-timeout",
                        "A negative timeout is refused by a queue that was shut down too.",
                        "QSHUT-015",
                        QueueShutdownSaboteurs::checkTimeout));
    }

    private static Object storeAnyway(Queue self, Args args, Operation.Body<Queue> original) throws Exception {
        if (!self.isShutdown()) {
            return original.call(self, args);
        }
        self.storage().put(args.get("item"));
        return PythonNone.NONE;
    }

    private static void preferFull(TypeOperations<Queue> queue, Interpreter interpreter) {
        for (var method : List.of("put", "put_nowait")) {
            queue.wrap(method, (self, args, original) -> {
                if (self.isShutdown() && self.isFull()) {
                    throw new Full();
                }
                return original.call(self, args);
            });
        }
    }

    private static void preferEmpty(TypeOperations<Queue> queue, Interpreter interpreter) {
        for (var method : List.of("get", "get_nowait")) {
            queue.wrap(method, (self, args, original) -> {
                if (self.isShutdown() && self.isEmpty()) {
                    throw new Empty();
                }
                return original.call(self, args);
            });
        }
    }

    /** Who waits without limit in one method looks again only after the other method. */
    private static void wait(
            TypeOperations<Queue> queue,
            Interpreter interpreter,
            String waiting,
            String waking,
            Predicate<Queue> possible) {
        var crowds = new Crowds(interpreter);
        queue.wrap(waiting, (self, args, original) -> {
            if (isUnlimited(args) && !self.isShutdown()) {
                crowds.of(self).await(() -> possible.test(self));
            }
            return original.call(self, args);
        });
        queue.wrap(waking, (self, args, original) -> {
            var result = original.call(self, args);
            crowds.of(self).releaseOne();
            return result;
        });
    }

    private static void wakeWithNone(TypeOperations<Queue> queue, Interpreter interpreter) {
        queue.wrap("get", (self, args, original) -> {
            var waits = !self.isShutdown();
            try {
                return original.call(self, args);
            } catch (ShutDown woken) {
                if (waits) {
                    return PythonNone.NONE;
                }
                throw woken;
            }
        });
    }

    private static void finishAll(TypeOperations<Queue> queue, boolean immediate) {
        queue.wrap("shutdown", (self, args, original) -> {
            var result = original.call(self, args);
            while (args.isTrue("immediate") == immediate && self.unfinishedTasks() > 0) {
                self.taskDone();
            }
            return result;
        });
    }

    private static void checkTimeout(TypeOperations<Queue> queue, Interpreter interpreter) {
        for (var method : List.of("put", "get")) {
            queue.wrap(method, (self, args, original) -> {
                if (self.isShutdown() && QueuePutSaboteurs.isNegative(args)) {
                    throw new ValueError("'timeout' must be a non-negative number");
                }
                return original.call(self, args);
            });
        }
    }
}
