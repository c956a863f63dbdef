package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Lock;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of {@code threading.Lock}: who gets it, who waits and who lets go. */
final class LockWaitingSaboteurs {

    private LockWaitingSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                lock(
                        "lock-acquire-returns-none",
                        "acquire() of a free lock returns None.",
                        "LOCK-006 LOCK-023 LOCK-046 DAEMON-009 DEADLOCK-006 DEADLOCK-008 EXC-001 PROCESS-006 "
                                + "PROCESS-007 SHUTDOWN-015",
                        (lock, interpreter) -> lock.wrap("acquire", (self, args, original) -> {
                            var forgets = isPlain(args) && !self.locked();
                            var result = original.call(self, args);
                            return forgets ? PythonNone.NONE : result;
                        })),
                lock(
                        "lock-blocking-gives-up",
                        "acquire(blocking=True) of a held lock returns False at once.",
                        "LOCK-007",
                        (lock, interpreter) -> lock.wrap("acquire", (self, args, original) -> {
                            var tries = args.isGiven("blocking") && !args.isGiven("timeout");
                            return original.call(self, tries ? args.with("blocking", false) : args);
                        })),
                lock(
                        "lock-try-blocks",
                        "acquire(blocking=False) waits for the lock.",
                        "LOCK-002 LOCK-008 LOCK-009 LOCK-010 LOCK-027 LOCK-031 COND-002 DEADLOCK-003 "
                                + "DEADLOCK-013 EXC-001",
                        (lock, interpreter) -> lock.wrap(
                                "acquire",
                                (self, args, original) ->
                                        original.call(self, isTry(args) ? args.with("blocking", true) : args))),
                lock(
                        "lock-try-does-not-lock",
                        "acquire(blocking=False) of a free lock returns True and leaves it free.",
                        "LOCK-009 LOCK-031 COND-002 PATTERN-028",
                        (lock, interpreter) -> lock.wrap(
                                "acquire",
                                (self, args, original) ->
                                        isTry(args) ? (Object) !self.locked() : original.call(self, args))),
                lock(
                        "lock-is-reentrant",
                        "The holder can acquire the lock again.",
                        "LOCK-008 LOCK-026 DEADLOCK-001 DEADLOCK-003 DEADLOCK-029 FINAL-005 PATTERN-032 "
                                + "SIGNAL-023",
                        LockWaitingSaboteurs::letHolderIn),
                lock(
                        "lock-release-returns-true",
                        "release() returns True.",
                        "LOCK-022 LOCK-025 LOCK-027",
                        (lock, interpreter) -> lock.wrap("release", (self, args, original) -> {
                            original.call(self, args);
                            return true;
                        })),
                lock(
                        "lock-release-forgives",
                        "release() of an unlocked lock does nothing.",
                        "LOCK-023",
                        (lock, interpreter) -> lock.wrap(
                                "release",
                                (self, args, original) -> self.locked() ? original.call(self, args) : PythonNone.NONE)),
                lock(
                        "lock-has-owner",
                        "Only the thread that acquired the lock can release it.",
                        "LOCK-025 LOCK-026 LOCK-027 LOCK-034 LOCK-044 DEADLOCK-001 DEADLOCK-014",
                        LockWaitingSaboteurs::refuseOthers),
                lock(
                        "lock-remembers-timeouts",
                        "After a timed-out acquire the next release has no effect.",
                        "LOCK-029 LOCK-044 MAP-001",
                        LockWaitingSaboteurs::rememberTimeouts),
                lock(
                        "lock-release-wakes-all",
                        "One release lets every blocked thread go on.",
                        "LOCK-030 LOCK-032 LOCK-033 LOCK-034 LOCK-045 THREAD-039 DEADLOCK-009 DEADLOCK-010 "
                                + "DEADLOCK-011 DEADLOCK-016 DEADLOCK-020 DEADLOCK-024 DEADLOCK-026 FREETHREAD-010 "
                                + "PATTERN-028",
                        LockWaitingSaboteurs::wakeAll),
                lock(
                        "lock-loses-waiters",
                        "Who comes second to wait for a lock waits for ever.",
                        "LOCK-030 LOCK-033 LOCK-034 LOCK-045 DEADLOCK-009 DEADLOCK-010 DEADLOCK-011 "
                                + "DEADLOCK-020 DEADLOCK-024 DEADLOCK-026",
                        (lock, interpreter) -> waitSecond(lock, interpreter, Crowd::await)),
                lock(
                        "lock-waits-with-gil",
                        "The second thread that waits for a lock keeps the GIL.",
                        "LOCK-030 LOCK-032 LOCK-033 LOCK-034 LOCK-043 LOCK-045 DEADLOCK-009 DEADLOCK-010 "
                                + "DEADLOCK-011 DEADLOCK-020 DEADLOCK-024 DEADLOCK-026",
                        (lock, interpreter) -> waitSecond(lock, interpreter, Crowd::freeze)),
                dyingWithItsHolder());
    }

    private static Saboteur lock(String name, String breaks, String requirements, Saboteur.TypePatch<Lock> patch) {
        return Saboteur.on(LockSaboteurs.TYPE, Lock.class, name, breaks, requirements, patch);
    }

    private static void letHolderIn(TypeOperations<Lock> lock, Interpreter interpreter) {
        var holders = new Holders(interpreter);
        holders.track(lock);
        lock.wrap(
                "acquire",
                (self, args, original) -> holders.isHolder(self) ? (Object) true : original.call(self, args));
    }

    private static void refuseOthers(TypeOperations<Lock> lock, Interpreter interpreter) {
        var holders = new Holders(interpreter);
        holders.track(lock);
        lock.wrap("release", (self, args, original) -> {
            if (holders.isHeldByAnother(self)) {
                throw new RuntimeError("cannot release un-acquired lock");
            }
            return original.call(self, args);
        });
    }

    private static void rememberTimeouts(TypeOperations<Lock> lock, Interpreter interpreter) {
        var timeouts = new Marks();
        lock.wrap("acquire", (self, args, original) -> {
                    var result = original.call(self, args);
                    if (AcquireSaboteurs.isTimed(args) && result.equals(false)) {
                        timeouts.add(self);
                    }
                    return result;
                })
                .wrap("release", (self, args, original) -> {
                    var forgotten = timeouts.has(self);
                    timeouts.remove(self);
                    return forgotten ? PythonNone.NONE : original.call(self, args);
                });
    }

    private static void wakeAll(TypeOperations<Lock> lock, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        lock.wrap("acquire", (self, args, original) -> {
                    if (!isPlain(args) || !self.locked()) {
                        return original.call(self, args);
                    }
                    crowds.of(self).await();
                    original.call(self, args.with("blocking", false));
                    return true;
                })
                .wrap("release", (self, args, original) -> {
                    crowds.of(self).releaseAll();
                    return original.call(self, args);
                });
    }

    /** How the second to wait for a lock waits. */
    private interface SecondWait {
        void in(Crowd crowd);
    }

    private static void waitSecond(TypeOperations<Lock> lock, Interpreter interpreter, SecondWait wait) {
        Map<Lock, Integer> waiting = new WeakHashMap<>();
        lock.wrap("acquire", (self, args, original) -> {
            if (isPlain(args) && self.locked() && waiting.merge(self, 1, Integer::sum) > 1) {
                wait.in(new Crowd(interpreter));
            }
            var result = original.call(self, args);
            waiting.remove(self);
            return result;
        });
    }

    private static Saboteur dyingWithItsHolder() {
        return Saboteur.of(
                "lock-dies-with-holder",
                "The end of a thread releases the locks that it holds.",
                "LOCK-044 IDENT-009",
                (table, interpreter) -> {
                    var acquired = new WeakHashMap<Lock, Object>();
                    table.on(LockSaboteurs.TYPE, Lock.class).wrap("acquire", (self, args, original) -> {
                        var result = original.call(self, args);
                        acquired.put(self, interpreter.current());
                        return result;
                    });
                    Targets.wrap(table, (target, positional, keywords) -> {
                        var result = target.call(positional, keywords);
                        acquired.forEach((lock, holder) -> {
                            if (holder.equals(interpreter.current()) && lock.locked()) {
                                lock.release();
                            }
                        });
                        return result;
                    });
                });
    }

    /** {@code acquire()}. */
    static boolean isPlain(Args args) {
        return !args.isGiven("blocking") && !args.isGiven("timeout");
    }

    /** {@code acquire(blocking=False)}. */
    static boolean isTry(Args args) {
        return !args.isTrue("blocking") && !args.isGiven("timeout");
    }
}
