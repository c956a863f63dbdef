package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.ConditionSaboteurs.condition;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.Timeout;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of {@code Condition.notify} and {@code notify_all}. */
final class NotifySaboteurs {

    private NotifySaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                notifying(
                        "notify-needs-no-lock",
                        "notify() and notify_all() without the lock do nothing.",
                        "COND-009 COND-010 COND-011",
                        (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (RuntimeError ignored) {
                                return PythonNone.NONE;
                            }
                        }),
                notifying(
                        "notify-by-others-is-ignored",
                        "notify() and notify_all() do nothing while another thread owns the lock.",
                        "COND-010",
                        (self, args, original) ->
                                !self.isOwned() && self.locked() ? PythonNone.NONE : original.call(self, args)),
                condition(
                        "notify-over-lock-checks-the-holder",
                        "notify() raises unless the caller itself has acquired the condition.",
                        "COND-011 COND-047",
                        NotifySaboteurs::checkHolder),
                condition(
                        "notify-lets-go-of-the-lock",
                        "notify() and notify_all() give the lock up until a waiter has had it.",
                        "COND-003 COND-004 COND-013 COND-014 COND-016 COND-017 COND-021 COND-027 COND-028 "
                                + "COND-032 COND-043 COND-048 COND-049 COND-053 COND-054 GIL-014 SIGNAL-014 VISIB-006",
                        NotifySaboteurs::letGo),
                condition(
                        "notify-wakes-one",
                        "notify(n) wakes one waiter.",
                        "COND-022 COND-023",
                        (type, interpreter) ->
                                type.wrap("notify", (self, args, original) -> original.call(self, args.with("n", 1L)))),
                condition(
                        "notify-wakes-all",
                        "notify() wakes all waiters.",
                        "COND-023 COND-029",
                        (type, interpreter) -> type.wrap(
                                "notify",
                                (self, args, original) ->
                                        original.call(self, args.with("n", (long) Integer.MAX_VALUE)))),
                condition(
                        "notify-returns-true",
                        "notify() and notify_all() return True.",
                        "COND-011 COND-021 COND-025",
                        (type, interpreter) -> List.of("notify", "notify_all")
                                .forEach(name -> type.wrap(name, (self, args, original) -> {
                                    original.call(self, args);
                                    return true;
                                }))),
                condition(
                        "notify-all-wakes-one",
                        "notify_all() wakes one waiter.",
                        "COND-026 COND-027 COND-042",
                        (type, interpreter) -> type.action("notify_all", "", (self, args) -> self.notifyOne())),
                condition(
                        "notify-comes-once",
                        "A second notify() before the lock is released does nothing.",
                        "COND-030",
                        NotifySaboteurs::notifyOnce),
                condition(
                        "notify-keeps-surplus",
                        "notify(n) with fewer waiters wakes as many of those who come later.",
                        "COND-024",
                        (type, interpreter) -> keep(type, "notify", (waiting, n) -> waiting > 0 ? n - waiting : 0)),
                condition(
                        "notify-is-remembered",
                        "notify() and notify_all() without waiters wake the next one who waits.",
                        "COND-025",
                        (type, interpreter) -> {
                            keep(type, "notify", (waiting, n) -> waiting == 0 ? 1 : 0);
                            keep(type, "notify_all", (waiting, n) -> waiting == 0 ? 1 : 0);
                        }),
                condition(
                        "notify-all-wakes-latecomers",
                        "After notify_all() as many waits end at once as it has woken.",
                        "COND-027",
                        (type, interpreter) -> keep(type, "notify_all", (waiting, n) -> waiting)),
                condition(
                        "timed-out-waiter-still-counts",
                        "A waiter whose time is up swallows the next notify().",
                        "COND-047",
                        NotifySaboteurs::countTimedOut),
                condition(
                        "woken-waiters-share-the-lock",
                        "A woken waiter goes on without the lock if another woken one has it.",
                        "COND-004 COND-022 COND-023 COND-026 COND-027 COND-028 COND-029 COND-030 COND-050 "
                                + "COND-051 SIGNAL-014",
                        NotifySaboteurs::shareLock));
    }

    private static Saboteur notifying(
            String name, String breaks, String requirements, Operation.Wrapper<Condition> wrapper) {
        return condition(
                name,
                breaks,
                requirements,
                (type, interpreter) -> type.wrap("notify", wrapper).wrap("notify_all", wrapper));
    }

    private static void checkHolder(TypeOperations<Condition> type, Interpreter interpreter) {
        Map<Object, Object> holders = new WeakHashMap<>();
        type.wrap("acquire", (self, args, original) -> {
                    var result = original.call(self, args);
                    holders.put(self, interpreter.current());
                    return result;
                })
                .wrap("notify", (self, args, original) -> {
                    if (!interpreter.current().equals(holders.get(self))) {
                        throw new RuntimeError("cannot notify on un-acquired lock");
                    }
                    return original.call(self, args);
                });
    }

    private static void letGo(TypeOperations<Condition> type, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        Map<Object, Integer> waiting = new WeakHashMap<>();
        Operation.Wrapper<Condition> yield = (self, args, original) -> {
            var result = original.call(self, args);
            int before = waiting.getOrDefault(self, 0);
            if (before > 0) {
                var saved = self.releaseSave();
                crowds.of(self).await(() -> waiting.getOrDefault(self, 0) < before);
                self.acquireRestore(saved);
            }
            return result;
        };
        type.wrap("wait", (self, args, original) -> {
                    waiting.merge(self, 1, Integer::sum);
                    try {
                        return original.call(self, args);
                    } finally {
                        waiting.merge(self, -1, Integer::sum);
                        crowds.of(self).releaseAll();
                    }
                })
                .wrap("notify", yield)
                .wrap("notify_all", yield);
    }

    private static void notifyOnce(TypeOperations<Condition> type, Interpreter interpreter) {
        var notified = new Marks();
        type.wrap("notify", (self, args, original) -> notified.add(self) ? original.call(self, args) : PythonNone.NONE)
                .wrap("release", (self, args, original) -> {
                    notified.remove(self);
                    return original.call(self, args);
                });
    }

    /** How many notifications remain for those who come later. */
    private interface Rest {
        int of(int waiting, int notified);
    }

    private static void keep(TypeOperations<Condition> type, String method, Rest rest) {
        Map<Object, Integer> waiting = new WeakHashMap<>();
        Map<Object, Integer> kept = new WeakHashMap<>();
        type.wrap("wait", (self, args, original) -> {
                    if (kept.getOrDefault(self, 0) > 0) {
                        kept.merge(self, -1, Integer::sum);
                        return true;
                    }
                    waiting.merge(self, 1, Integer::sum);
                    try {
                        return original.call(self, args);
                    } finally {
                        waiting.merge(self, -1, Integer::sum);
                    }
                })
                .wrap(method, (self, args, original) -> {
                    kept.merge(
                            self,
                            Math.max(0, rest.of(waiting.getOrDefault(self, 0), count(args, method))),
                            Integer::sum);
                    return original.call(self, args);
                });
    }

    private static int count(Args args, String method) {
        return method.equals("notify") ? args.integer("n").intValueExact() : Integer.MAX_VALUE;
    }

    private static void countTimedOut(TypeOperations<Condition> type, Interpreter interpreter) {
        Map<Object, Integer> ghosts = new WeakHashMap<>();
        type.wrap("wait", (self, args, original) -> {
                    var result = original.call(self, args);
                    if (result.equals(false)) {
                        ghosts.merge(self, 1, Integer::sum);
                    }
                    return result;
                })
                .wrap("notify", (self, args, original) -> {
                    if (ghosts.getOrDefault(self, 0) > 0) {
                        ghosts.merge(self, -1, Integer::sum);
                        return PythonNone.NONE;
                    }
                    return original.call(self, args);
                });
    }

    /** Those who were notified by notify_all leave a crowd together when the lock is released. */
    private static void shareLock(TypeOperations<Condition> type, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        var notified = new Marks();
        type.wrap("wait", (self, args, original) -> {
                    if (!args.isNone("timeout") || !self.isOwned()) {
                        return original.call(self, args);
                    }
                    var saved = self.releaseSave();
                    crowds.of(self).await();
                    if (self.acquire(false, Timeout.UNLIMITED)) {
                        self.release();
                        self.acquireRestore(saved);
                    }
                    return true;
                })
                .wrap("notify", (self, args, original) -> {
                    notified.add(self);
                    return original.call(self, args);
                })
                .wrap("notify_all", (self, args, original) -> {
                    notified.add(self);
                    return original.call(self, args);
                })
                .wrap("release", (self, args, original) -> {
                    var result = original.call(self, args);
                    if (notified.has(self)) {
                        notified.remove(self);
                        crowds.of(self).releaseAll();
                    }
                    return result;
                });
    }
}
