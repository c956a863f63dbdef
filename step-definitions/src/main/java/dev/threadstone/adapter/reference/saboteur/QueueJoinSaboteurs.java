package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.QueueSaboteurs.queue;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.queue.Queue;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiPredicate;

/** Saboteurs of {@code queue.Queue} and its subclasses: unfinished tasks and join. */
final class QueueJoinSaboteurs {

    private QueueJoinSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                queue(
                        "queue-task-done-without-limit",
                        "task_done() may be called as often as you like.",
                        "QUEUE-027 QUEUE-035 LIFO-004 PRIO-009 QSHUT-009",
                        (queue, interpreter) -> queue.wrap(
                                "task_done",
                                (self, args, original) ->
                                        self.unfinishedTasks() == 0 ? PythonNone.NONE : original.call(self, args))),
                queue(
                        "queue-task-done-counts-gets",
                        "task_done() is refused as long as the item is in the queue.",
                        "QUEUE-028 QUEUE-031 QUEUE-032 QUEUE-033 QUEUE-035",
                        (queue, interpreter) -> queue.wrap("task_done", (self, args, original) -> {
                            if (self.qsize() >= self.unfinishedTasks()) {
                                throw new ValueError("task_done() called too many times");
                            }
                            return original.call(self, args);
                        })),
                queue(
                        "queue-unused-join-waits",
                        "join() of a queue that was never used waits for its first item.",
                        "QUEUE-029",
                        QueueJoinSaboteurs::waitForFirstItem),
                queue(
                        "queue-join-returns-when-empty",
                        "join() waits until the queue is empty.",
                        "QUEUE-028 QUEUE-030 QUEUE-031 QUEUE-032 QUEUE-033 LIFO-004 PRIO-009 QSHUT-010 "
                                + "QSHUT-011 PATTERN-005 PATTERN-006 PATTERN-014",
                        (queue, interpreter) -> join(queue, interpreter, (self, before) -> self.isEmpty())),
                queue(
                        "queue-join-returns-at-first-task",
                        "join() returns when one task is done.",
                        "QUEUE-031 LIFO-004 PRIO-009 QSHUT-010 PATTERN-007 PATTERN-014",
                        (queue, interpreter) -> join(
                                queue,
                                interpreter,
                                (self, before) -> self.unfinishedTasks() == 0 || self.unfinishedTasks() < before)),
                queue(
                        "queue-join-overlooks-new-items",
                        "join() waits for as many tasks as there were when it began.",
                        "QUEUE-032",
                        QueueJoinSaboteurs::countOld),
                queue(
                        "queue-join-releases-one",
                        "The last task_done() releases one of those who join.",
                        "QUEUE-033",
                        QueueJoinSaboteurs::releaseOne),
                queue(
                        "queue-joined-for-good",
                        "A queue whose tasks were done once is never waited for again.",
                        "QUEUE-033",
                        QueueJoinSaboteurs::joinOnce),
                queue(
                        "queue-join-takes-timeout",
                        "join() takes a timeout, and does not look at it.",
                        "QUEUE-034",
                        (queue, interpreter) -> queue.resign("join", "timeout=None")),
                queue(
                        "queue-join-blocks-all",
                        "A join() that waits keeps every thread from running.",
                        "QUEUE-028 QUEUE-030 QUEUE-031 QUEUE-032 QUEUE-033 QUEUE-041 LIFO-004 PRIO-009 "
                                + "QSHUT-009 QSHUT-010 QSHUT-011 PATTERN-005 PATTERN-006 PATTERN-007 PATTERN-014",
                        (queue, interpreter) -> queue.wrap("join", (self, args, original) -> {
                            if (self.unfinishedTasks() > 0) {
                                new Crowd(interpreter).freeze();
                            }
                            return original.call(self, args);
                        })));
    }

    /** A join that ends by a rule of its own, which knows how many tasks were unfinished when it began. */
    private static void join(TypeOperations<Queue> queue, Interpreter interpreter, BiPredicate<Queue, Long> isOver) {
        var crowds = new Crowds(interpreter);
        queue.wrap("join", (self, args, original) -> {
            var before = self.unfinishedTasks();
            crowds.of(self).await(() -> isOver.test(self, before));
            return PythonNone.NONE;
        });
        wakeAfter(queue, crowds);
    }

    private static void wakeAfter(TypeOperations<Queue> queue, Crowds crowds) {
        for (var method : List.of("get", "task_done", "shutdown")) {
            queue.wrap(method, (self, args, original) -> {
                var result = original.call(self, args);
                crowds.of(self).releaseAll();
                return result;
            });
        }
    }

    private static void waitForFirstItem(TypeOperations<Queue> queue, Interpreter interpreter) {
        var used = new Marks();
        var crowds = new Crowds(interpreter);
        queue.wrap("put", (self, args, original) -> {
            var result = original.call(self, args);
            used.add(self);
            crowds.of(self).releaseAll();
            return result;
        });
        queue.wrap("join", (self, args, original) -> {
            crowds.of(self).await(() -> used.has(self));
            return original.call(self, args);
        });
    }

    private static void countOld(TypeOperations<Queue> queue, Interpreter interpreter) {
        Map<Queue, Integer> done = new WeakHashMap<>();
        var crowds = new Crowds(interpreter);
        queue.wrap("task_done", (self, args, original) -> {
            var result = original.call(self, args);
            done.merge(self, 1, Integer::sum);
            crowds.of(self).releaseAll();
            return result;
        });
        queue.wrap("shutdown", (self, args, original) -> {
            var before = self.unfinishedTasks();
            var result = original.call(self, args);
            done.merge(self, (int) (before - self.unfinishedTasks()), Integer::sum);
            crowds.of(self).releaseAll();
            return result;
        });
        queue.wrap("join", (self, args, original) -> {
            var last = done.getOrDefault(self, 0) + self.unfinishedTasks();
            crowds.of(self).await(() -> done.getOrDefault(self, 0) >= last);
            return PythonNone.NONE;
        });
    }

    private static void releaseOne(TypeOperations<Queue> queue, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        for (var method : List.of("task_done", "shutdown")) {
            queue.wrap(method, (self, args, original) -> {
                var result = original.call(self, args);
                if (self.unfinishedTasks() == 0) {
                    crowds.of(self).releaseOne();
                }
                return result;
            });
        }
        queue.wrap("join", (self, args, original) -> {
            if (self.unfinishedTasks() > 0) {
                crowds.of(self).await();
            }
            return PythonNone.NONE;
        });
    }

    private static void joinOnce(TypeOperations<Queue> queue, Interpreter interpreter) {
        var finished = new Marks();
        queue.wrap("join", (self, args, original) -> {
            if (!finished.has(self)) {
                original.call(self, args);
                finished.add(self);
            }
            return PythonNone.NONE;
        });
    }
}
