package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.Semaphore;
import dev.threadstone.reference.threading.Timeout;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Saboteurs of {@code threading.Semaphore}: creation, and how a permit is acquired. */
final class SemaphoreSaboteurs {

    static final String TYPE = "threading.Semaphore";

    static final AcquireSaboteurs<Semaphore> ACQUIRE = new AcquireSaboteurs<>("semaphore-", TYPE, Semaphore.class);

    private SemaphoreSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                semaphore(
                        "semaphore-has-two-by-default",
                        "Semaphore() has two permits.",
                        "SEM-001 SEM-007 SEM-011 SEM-012 SEM-014 SEM-017 SEM-023 SEM-025 SEM-026 SEM-027 DEADLOCK-005",
                        (type, interpreter) -> type.resignConstructor("value=2")),
                created(
                        "semaphore-is-a-lock",
                        "No semaphore has more than one permit at first.",
                        "SEM-002 SEM-005 SEM-009 SEM-024 SEM-025 SEM-032",
                        value -> Math.min(value, 1)),
                created(
                        "semaphore-zero-means-one",
                        "Semaphore(0) has one permit.",
                        "SEM-003 SEM-006 SEM-010 SEM-011 SEM-013 SEM-015 SEM-016 SEM-019 SEM-020 SEM-021 "
                                + "SEM-022 SEM-028 SEM-030 LOWLEVEL-014 VISIB-009",
                        value -> value == 0 ? 1 : value),
                created(
                        "semaphore-has-one-more",
                        "A semaphore of several permits has one more.",
                        "SEM-002 SEM-005 SEM-009 SEM-024 SEM-025 SEM-032",
                        value -> value > 1 ? value + 1 : value),
                created(
                        "semaphore-accepts-negative",
                        "A negative initial value means zero.",
                        "SEM-004",
                        value -> Math.max(value, 0)),
                semaphore(
                        "semaphore-is-no-class",
                        "Semaphore is a function.",
                        "SEM-031 BSEM-014",
                        (type, interpreter) -> type.factory()),
                semaphore(
                        "semaphore-repr-hides-value",
                        "repr() does not show the permits.",
                        "SEM-032 BSEM-015",
                        (type, interpreter) -> type.op("__repr__", "", (self, args) -> "<threading.Semaphore>")),
                ACQUIRE.acquire(
                        "acquire-returns-none",
                        "An acquire() that had to wait returns None.",
                        "SEM-001 SEM-003 SEM-007 SEM-012 SEM-020 SEM-022 SEM-028 SEM-029 BSEM-007 " + "DEADLOCK-005",
                        (interpreter, self, args, original) -> {
                            var atOnce = original.call(self, tried(args)).equals(true);
                            var waits = !atOnce && LockWaitingSaboteurs.isPlain(args);
                            return atOnce
                                    ? (Object) true
                                    : waits ? none(original.call(self, args)) : original.call(self, args);
                        }),
                ACQUIRE.acquire(
                        "acquire-gives-up",
                        "acquire() of an exhausted semaphore returns False at once.",
                        "SEM-001 SEM-002 SEM-003 SEM-007 SEM-020 SEM-021 SEM-022 SEM-024 SEM-025 SEM-028 "
                                + "SEM-029 SEM-030 BSEM-006 BSEM-007 BSEM-013 DEADLOCK-005 VISIB-009",
                        (interpreter, self, args, original) ->
                                original.call(self, LockWaitingSaboteurs.isPlain(args) ? tried(args) : args)),
                ACQUIRE.acquire(
                        "try-takes-nothing",
                        "acquire(blocking=False) takes no permit.",
                        "SEM-002 SEM-005 SEM-006 SEM-008 SEM-009 SEM-015 SEM-017 SEM-022 SEM-023 SEM-025 "
                                + "SEM-027 SEM-030 BSEM-001 BSEM-005 BSEM-006 BSEM-008 BSEM-009",
                        (interpreter, self, args, original) -> {
                            var result = original.call(self, args);
                            if (LockWaitingSaboteurs.isTry(args) && result.equals(true)) {
                                self.release();
                            }
                            return result;
                        }),
                ACQUIRE.acquire(
                        "try-succeeds",
                        "acquire(blocking=False) returns True, permit or not.",
                        "SEM-005 SEM-006 SEM-008 SEM-009 SEM-011 SEM-012 SEM-015 SEM-017 SEM-019 SEM-022 "
                                + "SEM-023 SEM-025 SEM-026 SEM-027 SEM-030 SEM-031 BSEM-001 BSEM-005 BSEM-006 BSEM-008 "
                                + "BSEM-009 BSEM-011 BSEM-012",
                        (interpreter, self, args, original) -> {
                            var result = original.call(self, args);
                            return LockWaitingSaboteurs.isTry(args) ? (Object) true : result;
                        }),
                ACQUIRE.acquire(
                        "try-waits",
                        "acquire(blocking=False) waits for a permit.",
                        "SEM-005 SEM-006 SEM-008 SEM-009 SEM-011 SEM-012 SEM-015 SEM-017 SEM-019 SEM-022 "
                                + "SEM-023 SEM-025 SEM-026 SEM-027 SEM-030 SEM-031 BSEM-001 BSEM-005 BSEM-006 BSEM-008 "
                                + "BSEM-009 BSEM-011 BSEM-012",
                        (interpreter, self, args, original) -> original.call(
                                self, LockWaitingSaboteurs.isTry(args) ? args.with("blocking", true) : args)),
                ACQUIRE.returningEarly("SEM-010 BSEM-007"),
                ACQUIRE.overrunning("SEM-010 SEM-013 SEM-016 BSEM-007"),
                ACQUIRE.acquire(
                        "timed-acquire-misses-release",
                        "A timed acquire that has to wait looks again only when its timeout has passed.",
                        "SEM-011 SEM-015 LOWLEVEL-014",
                        (interpreter, self, args, original) -> {
                            if (!AcquireSaboteurs.isTimed(args)
                                    || original.call(self, tried(args)).equals(true)) {
                                return AcquireSaboteurs.isTimed(args) ? (Object) true : original.call(self, args);
                            }
                            new Crowd(interpreter).sleep(args.number("timeout"));
                            return original.call(self, tried(args));
                        }),
                ACQUIRE.acquire(
                        "try-ignores-timeout",
                        "acquire(False, timeout) ignores the timeout and is not refused.",
                        "SEM-012 BSEM-007",
                        (interpreter, self, args, original) ->
                                original.call(self, args.isTrue("blocking") ? args : tried(args))),
                semaphore(
                        "semaphore-timeout-is-keyword-only",
                        "acquire refuses the timeout as its second positional argument.",
                        "SEM-012 SEM-013 BSEM-007",
                        (type, interpreter) -> type.resign("acquire", "blocking=True, *, timeout=None")),
                ACQUIRE.acquire(
                        "none-only-tries",
                        "acquire(timeout=None) does not wait.",
                        "SEM-013",
                        (interpreter, self, args, original) -> original.call(
                                self, args.isGiven("timeout") && args.isNone("timeout") ? tried(args) : args)),
                ACQUIRE.acquire(
                        "negative-timeout-waits",
                        "A timeout of zero or less means no limit.",
                        "SEM-014",
                        (interpreter, self, args, original) -> original.call(
                                self,
                                isNumber(args) && args.number("timeout") <= 0
                                        ? args.with("timeout", PythonNone.NONE)
                                        : args)),
                ACQUIRE.acquire(
                        "huge-timeout-accepted",
                        "A timeout above TIMEOUT_MAX means no limit.",
                        "SEM-015 LOWLEVEL-014",
                        (interpreter, self, args, original) -> original.call(
                                self,
                                isNumber(args) && args.number("timeout") > Timeout.MAX_SECONDS
                                        ? args.with("timeout", PythonNone.NONE)
                                        : args)),
                semaphore(
                        "semaphore-interrupt-costs-a-permit",
                        "An acquire that a signal handler ended takes the next permit.",
                        "SEM-030",
                        SemaphoreSaboteurs::chargeInterrupts),
                semaphore(
                        "semaphore-timeout-costs-a-permit",
                        "An acquire whose time is up takes the next permit.",
                        "SEM-016",
                        SemaphoreSaboteurs::chargeTimeouts));
    }

    static Saboteur semaphore(String name, String breaks, String requirements, Saboteur.TypePatch<Semaphore> patch) {
        return Saboteur.on(TYPE, Semaphore.class, name, breaks, requirements, patch);
    }

    /** A saboteur that changes the initial value. */
    private static Saboteur created(String name, String breaks, String requirements, LongUnaryOperator change) {
        return semaphore(
                name,
                breaks,
                requirements,
                (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> original.call(
                        nobody,
                        args.with(
                                "value",
                                change.applyAsLong(args.integer("value").longValueExact())))));
    }

    private static Args tried(Args args) {
        return args.with("blocking", false).with("timeout", PythonNone.NONE);
    }

    private static Object none(Object ignored) {
        return PythonNone.NONE;
    }

    private static boolean isNumber(Args args) {
        return args.get("timeout") instanceof Number;
    }

    private static void chargeInterrupts(TypeOperations<Semaphore> type, Interpreter interpreter) {
        var debts = new Marks();
        type.wrap("acquire", (self, args, original) -> {
            try {
                return original.call(self, args);
            } catch (PythonException raised) {
                AcquireSaboteurs.requireInterrupt(raised);
                debts.add(self);
                throw raised;
            }
        });
        payByRelease(type, debts);
    }

    private static void chargeTimeouts(TypeOperations<Semaphore> type, Interpreter interpreter) {
        var debts = new Marks();
        type.wrap("acquire", (self, args, original) -> {
            var result = original.call(self, args);
            if (AcquireSaboteurs.isTimed(args) && result.equals(false)) {
                debts.add(self);
            }
            return result;
        });
        payByRelease(type, debts);
    }

    private static void payByRelease(TypeOperations<Semaphore> type, Marks debts) {
        type.wrap("release", (self, args, original) -> {
            var owed = debts.has(self);
            debts.remove(self);
            return owed ? PythonNone.NONE : original.call(self, args);
        });
    }
}
