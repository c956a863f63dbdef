package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.BarrierSaboteurs.barrier;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.BrokenBarrierError;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.Barrier;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of {@code threading.Barrier}: waiting, breaking and resetting. */
final class BarrierWaitSaboteurs {

    private static final int GENERATIONS = 5;

    /** Between the second that a scenario lets pass and the two that it lets pass in vain. */
    private static final double ONE_AND_A_HALF = 1.5;

    private BarrierWaitSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                waiting(
                        "barrier-does-not-wait",
                        "wait() without timeout does not wait for the others.",
                        "BARRIER-004 BARRIER-005 BARRIER-006 BARRIER-007 BARRIER-008 BARRIER-009 BARRIER-012 "
                                + "BARRIER-013 BARRIER-014 BARRIER-015 BARRIER-016 BARRIER-017 BARRIER-018 BARRIER-019 "
                                + "BARRIER-020 BARRIER-022 BARRIER-023 BARRIER-024 BARRIER-026 BARRIER-029 BARRIER-031 "
                                + "BARRIER-032 BARRIER-033 BARRIER-034 BARRIER-038 BARRIER-040 DEBUG-003 EXEC-007 "
                                + "VISIB-009",
                        (self, args, original) ->
                                args.isNone("timeout") && !self.isBroken() ? (Object) 0L : original.call(self, args)),
                barrier(
                        "barrier-keeps-one-back",
                        "Of three or more parties the first does not return.",
                        "BARRIER-005 BARRIER-006 BARRIER-007 BARRIER-008 BARRIER-011",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            var index = original.call(self, args);
                            if (index.equals(0L) && self.parties() > 2) {
                                new Crowd(interpreter).await();
                            }
                            return index;
                        })),
                waiting(
                        "barrier-returns-zero",
                        "wait() returns 0 to every party.",
                        "BARRIER-007 BARRIER-008 BARRIER-009 BARRIER-017 BARRIER-033 BARRIER-034",
                        (self, args, original) -> {
                            original.call(self, args);
                            return 0L;
                        }),
                waiting(
                        "barrier-counts-down",
                        "wait() returns how many parties were missing.",
                        "BARRIER-008",
                        (self, args, original) -> self.parties() - 1 - (Long) original.call(self, args)),
                barrier(
                        "barrier-wears-out",
                        "A barrier opens five times only.",
                        "BARRIER-011",
                        BarrierWaitSaboteurs::wearOut),
                barrier(
                        "barrier-opens-for-good",
                        "Once a barrier has opened, nobody waits any more.",
                        "BARRIER-013 BARRIER-014",
                        BarrierWaitSaboteurs::stayOpen),
                waiting(
                        "barrier-gives-up",
                        "A wait() without any timeout ends after a while.",
                        "BARRIER-026",
                        (self, args, original) -> original.call(
                                self, args.isNone("timeout") ? args.with("timeout", ONE_AND_A_HALF) : args)),
                waiting(
                        "barrier-returns-early",
                        "A timed wait() gives up after half its timeout.",
                        "BARRIER-021",
                        (self, args, original) -> original.call(
                                self, isTimed(args) ? args.with("timeout", args.number("timeout") / 2) : args)),
                waiting(
                        "barrier-timeout-does-not-break",
                        "A timeout leaves the barrier whole.",
                        "BARRIER-021 BARRIER-025",
                        (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (BrokenBarrierError broken) {
                                if (!args.isNone("timeout")) {
                                    self.reset();
                                }
                                throw broken;
                            }
                        }),
                barrier(
                        "barrier-timeout-concerns-one",
                        "Who waits in vain leaves, and the others go on waiting.",
                        "BARRIER-022",
                        (type, interpreter) -> type.wrap("wait", (self, args, original) -> {
                            if (!isTimed(args) || args.number("timeout") > ONE_AND_A_HALF) {
                                return original.call(self, args);
                            }
                            new Crowd(interpreter).sleep(args.number("timeout"));
                            throw new BrokenBarrierError();
                        })),
                barrier(
                        "barrier-ignores-its-timeout",
                        "The timeout of the constructor is ignored.",
                        "BARRIER-023",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) ->
                                original.call(nobody, args.with("timeout", PythonNone.NONE)))),
                barrier(
                        "barrier-insists-on-its-timeout",
                        "The timeout of the constructor holds even for a wait() with one of its own.",
                        "BARRIER-024",
                        BarrierWaitSaboteurs::insistOnTimeout),
                waiting(
                        "barrier-zero-waits",
                        "A timeout of zero means no limit.",
                        "BARRIER-025",
                        (self, args, original) -> original.call(
                                self, args.get("timeout").equals(0L) ? args.with("timeout", PythonNone.NONE) : args)),
                waiting(
                        "barrier-last-party-ignores-breakage",
                        "The call that would complete a broken barrier returns.",
                        "BARRIER-027",
                        (self, args, original) ->
                                self.isBroken() && self.parties() == 1 ? (Object) 0L : original.call(self, args)),
                waiting(
                        "barrier-heals-itself",
                        "A broken barrier is whole again when it has raised once.",
                        "BARRIER-028",
                        (self, args, original) -> {
                            if (self.isBroken()) {
                                self.reset();
                                throw new BrokenBarrierError();
                            }
                            return original.call(self, args);
                        }),
                barrier(
                        "barrier-abort-keeps-waiters",
                        "abort() does nothing while threads wait.",
                        "BARRIER-016 BARRIER-026 BARRIER-029 BARRIER-040",
                        (type, interpreter) -> type.wrap(
                                "abort",
                                (self, args, original) ->
                                        self.waiting() > 0 ? PythonNone.NONE : original.call(self, args))),
                barrier(
                        "barrier-abort-needs-waiters",
                        "abort() does nothing while nobody waits.",
                        "BARRIER-027 BARRIER-028 BARRIER-030 BARRIER-033 BARRIER-035",
                        (type, interpreter) -> type.wrap(
                                "abort",
                                (self, args, original) ->
                                        self.waiting() == 0 ? PythonNone.NONE : original.call(self, args))),
                barrier(
                        "barrier-second-abort-mends",
                        "abort() of a broken barrier resets it.",
                        "BARRIER-030",
                        (type, interpreter) -> type.wrap("abort", (self, args, original) -> {
                            if (self.isBroken()) {
                                self.reset();
                                return PythonNone.NONE;
                            }
                            return original.call(self, args);
                        })),
                resetting(
                        "barrier-reset-breaks-when-empty",
                        "reset() of a whole barrier without waiters breaks it.",
                        "BARRIER-031",
                        (self, args, original) -> {
                            var empty = self.waiting() == 0 && !self.isBroken();
                            var result = original.call(self, args);
                            if (empty) {
                                self.abort();
                            }
                            return result;
                        }),
                resetting(
                        "barrier-reset-breaks",
                        "reset() while threads wait breaks the barrier.",
                        "BARRIER-032 BARRIER-034",
                        (self, args, original) -> {
                            if (self.waiting() > 0) {
                                self.abort();
                                return PythonNone.NONE;
                            }
                            return original.call(self, args);
                        }),
                resetting(
                        "barrier-reset-keeps-waiters",
                        "reset() does nothing while threads wait.",
                        "BARRIER-032 BARRIER-034",
                        (self, args, original) -> self.waiting() > 0 ? PythonNone.NONE : original.call(self, args)),
                resetting(
                        "barrier-reset-does-not-mend",
                        "reset() leaves a broken barrier broken.",
                        "BARRIER-033",
                        (self, args, original) -> self.isBroken() ? PythonNone.NONE : original.call(self, args)),
                waiting(
                        "barrier-interrupt-breaks",
                        "A wait() that a signal handler ended breaks the barrier.",
                        "BARRIER-038",
                        (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (PythonException raised) {
                                AcquireSaboteurs.requireInterrupt(raised);
                                self.abort();
                                throw raised;
                            }
                        }),
                Saboteur.of(
                        "barrier-does-not-publish",
                        "What a thread assigns is seen by others once it has released a lock, not behind a barrier.",
                        "BARRIER-037 FUTURE-035 GIL-003 VISIB-001 VISIB-002 VISIB-003 VISIB-005 VISIB-007 "
                                + "VISIB-008 VISIB-009 VISIB-010 VISIB-011 VISIB-012 VISIB-013",
                        (table, interpreter) -> new StoreBuffers(interpreter)
                                .fill(table)
                                .emptyBy(table, LockSaboteurs.TYPE, "release")
                                .emptyBy(table, RLockSaboteurs.TYPE, "release")
                                .emptyBy(table, ConditionSaboteurs.TYPE, "release")
                                .emptyBy(table, SemaphoreSaboteurs.TYPE, "release")));
    }

    private static Saboteur waiting(
            String name, String breaks, String requirements, Operation.Wrapper<Barrier> wrapper) {
        return barrier(name, breaks, requirements, (type, interpreter) -> type.wrap("wait", wrapper));
    }

    private static Saboteur resetting(
            String name, String breaks, String requirements, Operation.Wrapper<Barrier> wrapper) {
        return barrier(name, breaks, requirements, (type, interpreter) -> type.wrap("reset", wrapper));
    }

    private static boolean isTimed(Args args) {
        return args.get("timeout") instanceof Number && args.number("timeout") > 0;
    }

    private static void wearOut(TypeOperations<Barrier> type, Interpreter interpreter) {
        Map<Object, Integer> passed = new WeakHashMap<>();
        type.wrap("wait", (self, args, original) -> {
            if (passed.getOrDefault(self, 0) >= GENERATIONS * self.parties()) {
                new Crowd(interpreter).await();
            }
            var index = original.call(self, args);
            passed.merge(self, 1, Integer::sum);
            return index;
        });
    }

    private static void stayOpen(TypeOperations<Barrier> type, Interpreter interpreter) {
        var opened = new Marks();
        type.wrap("wait", (self, args, original) -> {
            if (opened.has(self)) {
                return 0L;
            }
            var index = original.call(self, args);
            opened.add(self);
            return index;
        });
    }

    private static void insistOnTimeout(TypeOperations<Barrier> type, Interpreter interpreter) {
        var limited = new Marks();
        type.wrapConstructor((nobody, args, original) -> {
                    var made = original.call(nobody, args);
                    if (!args.isNone("timeout")) {
                        limited.add(made);
                    }
                    return made;
                })
                .wrap(
                        "wait",
                        (self, args, original) ->
                                original.call(self, limited.has(self) ? args.with("timeout", PythonNone.NONE) : args));
    }
}
