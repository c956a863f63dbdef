package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.ConditionSaboteurs.condition;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.RLock;
import dev.threadstone.reference.threading.Timeout;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of {@code Condition.wait}. */
final class ConditionWaitSaboteurs {

    /** Between the second that a scenario lets pass and the two that it lets pass in vain. */
    private static final double ONE_AND_A_HALF = 1.5;

    private ConditionWaitSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                condition(
                        "wait-needs-no-lock",
                        "wait() by a thread without the lock acquires it first.",
                        "COND-008 COND-010",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            if (!self.isOwned()) {
                                self.acquire();
                            }
                            return original.call(self, args);
                        })),
                condition(
                        "wait-keeps-the-lock",
                        "wait() without timeout does not give the lock up.",
                        "COND-003 COND-004 COND-012 COND-013 COND-014 COND-017 COND-021 COND-022 COND-023 "
                                + "COND-024 COND-026 COND-027 COND-028 COND-029 COND-030 COND-031 COND-032 COND-043 "
                                + "COND-047 COND-048 COND-049 COND-051 COND-053 COND-054 DEADLOCK-018 GIL-014 "
                                + "LOWLEVEL-007 SIGNAL-014 VISIB-006",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            if (args.isNone("timeout") && self.isOwned()) {
                                new Crowd(interpreter).await();
                            }
                            return original.call(self, args);
                        })),
                condition(
                        "wait-gives-up",
                        "wait() without timeout ends after a while.",
                        "COND-013 COND-017",
                        (type, interpreter) -> type.wrap(
                                "wait",
                                (self, args, original) -> original.call(
                                        self, args.isNone("timeout") ? args.with("timeout", ONE_AND_A_HALF) : args))),
                condition(
                        "wait-none-only-looks",
                        "A timeout of None is one of zero.",
                        "COND-017",
                        (type, interpreter) -> type.wrap(
                                "wait",
                                (self, args, original) -> original.call(
                                        self,
                                        args.isGiven("timeout") && args.isNone("timeout")
                                                ? args.with("timeout", 0L)
                                                : args))),
                condition(
                        "wait-returns-none",
                        "wait() returns None when it is notified, as it did before 3.2.",
                        "COND-003 COND-004 COND-013 COND-014 COND-016 COND-017 COND-032 COND-043 COND-048 "
                                + "COND-049 COND-053 COND-054 GIL-014 SIGNAL-014 VISIB-006",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            var result = original.call(self, args);
                            return result.equals(true) ? PythonNone.NONE : result;
                        })),
                condition(
                        "wait-returns-early",
                        "A timed wait() gives up after half its timeout.",
                        "COND-015 COND-045",
                        (type, interpreter) -> type.wrap(
                                "wait",
                                (self, args, original) -> original.call(
                                        self,
                                        isTimed(args) ? args.with("timeout", args.number("timeout") / 2) : args))),
                condition(
                        "timed-out-wait-returns-none",
                        "wait() returns None when its time is up, as it did before 3.2.",
                        "COND-014 COND-015 COND-018 COND-020 COND-025 COND-032 COND-045 COND-047 COND-048",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            var result = original.call(self, args);
                            return result.equals(false) ? PythonNone.NONE : result;
                        })),
                condition(
                        "timed-wait-misses-notification",
                        "A timed wait() ends by its timeout alone.",
                        "COND-016 SIGNAL-014",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            if (!isTimed(args) || !self.isOwned()) {
                                return original.call(self, args);
                            }
                            sleep(self, args, interpreter);
                            return false;
                        })),
                condition(
                        "timed-out-wait-loses-the-lock",
                        "A wait() whose time is up returns without the lock.",
                        "COND-014 COND-032 COND-047 COND-048",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            var result = original.call(self, args);
                            if (isTimed(args) && result.equals(false)) {
                                self.releaseSave();
                            }
                            return result;
                        })),
                condition(
                        "timed-out-wait-does-not-wait-for-the-lock",
                        "A wait() whose time is up returns without the lock if another thread holds it.",
                        "COND-020",
                        ConditionWaitSaboteurs::skipLock),
                condition(
                        "wait-zero-waits",
                        "A timeout of zero or less means no limit.",
                        "COND-018",
                        (type, interpreter) -> type.wrap(
                                "wait",
                                (self, args, original) -> original.call(
                                        self,
                                        isNumber(args) && args.number("timeout") <= 0
                                                ? args.with("timeout", PythonNone.NONE)
                                                : args))),
                condition(
                        "wait-accepts-huge-timeout",
                        "A timeout above TIMEOUT_MAX means no limit.",
                        "COND-019 LOWLEVEL-014",
                        (type, interpreter) -> type.wrap(
                                "wait",
                                (self, args, original) -> original.call(
                                        self,
                                        isNumber(args) && args.number("timeout") > Timeout.MAX_SECONDS
                                                ? args.with("timeout", PythonNone.NONE)
                                                : args))),
                condition(
                        "wait-releases-one-level",
                        "wait() gives up one level of its RLock.",
                        "COND-031 COND-032",
                        ConditionWaitSaboteurs::releaseOneLevel),
                condition(
                        "wait-restores-one-level",
                        "After wait() the RLock is held once, however often it was before.",
                        "COND-032",
                        ConditionWaitSaboteurs::restoreOneLevel),
                condition(
                        "one-timeout-spoils-later-results",
                        "wait() returns False, notified or not, once any wait has timed out.",
                        "COND-048",
                        (type, interpreter) -> {
                            var spoilt = new Marks();
                            type.wrap("wait", (self, args, original) -> {
                                if (original.call(self, args).equals(false)) {
                                    spoilt.add(self);
                                }
                                return !spoilt.has(self);
                            });
                        }),
                condition(
                        "interrupted-wait-loses-the-lock",
                        "A wait() that a signal handler ended does not take the lock again.",
                        "COND-050",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (PythonException raised) {
                                AcquireSaboteurs.requireInterrupt(raised);
                                self.release();
                                throw raised;
                            }
                        })));
    }

    private static boolean isNumber(Args args) {
        return args.get("timeout") instanceof Number;
    }

    /** Whether it may wait, and only for so long. */
    static boolean isTimed(Args args) {
        return isNumber(args) && args.number("timeout") > 0 && args.number("timeout") <= Timeout.MAX_SECONDS;
    }

    private static void sleep(Condition self, Args args, Interpreter interpreter) {
        var saved = self.releaseSave();
        new Crowd(interpreter).sleep(args.number("timeout"));
        self.acquireRestore(saved);
    }

    private static void skipLock(TypeOperations<Condition> type, Interpreter interpreter) {
        type.wrap("wait", (self, args, original) -> {
            if (!isTimed(args) || !self.isOwned() || args.number("timeout") > ONE_AND_A_HALF) {
                return original.call(self, args);
            }
            var saved = self.releaseSave();
            new Crowd(interpreter).sleep(args.number("timeout"));
            if (self.acquire(false, Timeout.UNLIMITED)) {
                self.release();
                self.acquireRestore(saved);
            }
            return false;
        });
    }

    private static void releaseOneLevel(TypeOperations<Condition> type, Interpreter interpreter) {
        var locks = ownLocks(type, interpreter);
        type.wrap("wait", (self, args, original) -> {
            if (levels(locks, self) > 1) {
                self.release();
                new Crowd(interpreter).await();
            }
            return original.call(self, args);
        });
    }

    private static void restoreOneLevel(TypeOperations<Condition> type, Interpreter interpreter) {
        var locks = ownLocks(type, interpreter);
        type.wrap("wait", (self, args, original) -> {
            var result = original.call(self, args);
            while (levels(locks, self) > 1) {
                self.release();
            }
            return result;
        });
    }

    /** The locks of the conditions that were given none. */
    private static Map<Object, RLock> ownLocks(TypeOperations<Condition> type, Interpreter interpreter) {
        Map<Object, RLock> locks = new WeakHashMap<>();
        type.wrapConstructor((nobody, args, original) -> {
            if (!args.isNone("lock")) {
                return original.call(nobody, args);
            }
            var lock = new RLock(interpreter);
            var made = original.call(nobody, args.with("lock", lock));
            locks.put(made, lock);
            return made;
        });
        return locks;
    }

    private static int levels(Map<Object, RLock> locks, Condition self) {
        var lock = locks.get(self);
        return lock == null || !lock.isOwned() ? 0 : lock.recursionCount();
    }
}
