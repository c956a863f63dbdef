package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.reference.threading.Lock;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Saboteurs of {@code threading.Lock}: creation, state and argument rules. */
final class LockSaboteurs {

    static final String TYPE = "threading.Lock";

    private static final AcquireSaboteurs<Lock> ACQUIRE = new AcquireSaboteurs<>("lock-", TYPE, Lock.class);

    private LockSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                seemingLocked(),
                shared(),
                Saboteur.of(
                        "lock-takes-arguments",
                        "Lock() accepts arguments.",
                        "LOCK-003",
                        (table, interpreter) -> table.on(TYPE, Lock.class).resignConstructor("*args, **kwargs")),
                Saboteur.of(
                        "lock-is-no-class",
                        "Lock is a function, as it was before 3.13.",
                        "LOCK-004 LOWLEVEL-008",
                        (table, interpreter) -> table.on(TYPE, Lock.class).factory()),
                ACQUIRE.returningEarly("LOCK-011 LOCK-042 SIGNAL-012"),
                ACQUIRE.overrunning(
                        "LOCK-011 LOCK-013 LOCK-029 LOCK-042 LOCK-044 DEADLOCK-003 DEADLOCK-012 DEADLOCK-015 "
                                + "FINAL-005 MAP-001 SHUTDOWN-018 SIGNAL-012 SIGNAL-016 SIGNAL-022 SIGNAL-023"),
                ACQUIRE.missingTheRelease("LOCK-012 DEADLOCK-012 MAP-001"),
                ACQUIRE.refusingPositionalTimeout("LOCK-013 LOCK-016 MAP-001 SHUTDOWN-018"),
                takingMinusOneForZero(),
                ACQUIRE.tryingWithTimeout("LOCK-016"),
                ACQUIRE.acceptingNegative("LOCK-017 LOCK-021"),
                ACQUIRE.acceptingOverflow("LOCK-018 LOCK-021 LOWLEVEL-014"),
                ACQUIRE.refusingTheMaximum("LOCK-018 LOWLEVEL-014"),
                ACQUIRE.swallowingInterrupts("LOCK-040 DEADLOCK-029 PATTERN-032 SIGNAL-022"),
                ACQUIRE.leaking("LOCK-030 LOCK-045 DEADLOCK-010 DEADLOCK-011 DEADLOCK-020 DEADLOCK-024 DEADLOCK-026 "
                        + "EXEC-009"),
                answeringTheHolderOnly());
    }

    private static Saboteur seemingLocked() {
        return Saboteur.of(
                "lock-seems-locked-when-new",
                "locked() is True until the lock has first been acquired.",
                "LOCK-001 LOCK-006 LOCK-012 LOCK-018 LOCK-021 LOCK-023 LOCK-028 LOCK-048 LOWLEVEL-007",
                (table, interpreter) -> {
                    var used = new Marks();
                    table.on(TYPE, Lock.class)
                            .wrap("acquire", (lock, args, original) -> {
                                var result = original.call(lock, args);
                                used.add(lock);
                                return result;
                            })
                            .wrap("__enter__", (lock, args, original) -> {
                                used.add(lock);
                                return original.call(lock, args);
                            })
                            .wrap(
                                    "locked",
                                    (lock, args, original) ->
                                            used.has(lock) ? original.call(lock, args) : (Object) true);
                });
    }

    private static Saboteur shared() {
        return Saboteur.of(
                "lock-is-shared",
                "Every Lock() is the same lock.",
                "LOCK-002 DEADLOCK-006 DEADLOCK-008 DEADLOCK-009 DEADLOCK-011 DEADLOCK-012 "
                        + "DEADLOCK-013 DEADLOCK-014 DEBUG-003 PATTERN-027",
                (table, interpreter) -> {
                    var first = new AtomicReference<>(new WeakReference<@Nullable Object>(null));
                    table.on(TYPE, Lock.class).wrapConstructor((nobody, args, original) -> {
                        var made = original.call(nobody, args);
                        var known = first.get().get();
                        if (known == null) {
                            first.set(new WeakReference<>(made));
                        }
                        return known == null ? made : known;
                    });
                });
    }

    private static Saboteur takingMinusOneForZero() {
        return ACQUIRE.acquire(
                "minus-one-only-tries",
                "acquire(timeout=-1) does not wait.",
                "LOCK-015",
                (interpreter, lock, args, original) -> original.call(
                        lock,
                        args.isGiven("timeout") && args.get("timeout").equals(-1L)
                                ? args.with("blocking", false)
                                : args));
    }

    private static Saboteur answeringTheHolderOnly() {
        return Saboteur.of(
                "lock-locked-for-holder-only",
                "locked() is False for everybody but the holder.",
                "LOCK-006 LOCK-007 LOCK-008 LOCK-012 LOCK-021 LOCK-026 LOCK-028 LOCK-035 LOCK-037 "
                        + "LOCK-038 LOCK-044 DEADLOCK-006 DEADLOCK-008 DEADLOCK-015 DEADLOCK-018 LOWLEVEL-014 "
                        + "PATTERN-039",
                (table, interpreter) -> {
                    var holders = new Holders(interpreter);
                    holders.track(table.on(TYPE, Lock.class));
                    table.on(TYPE, Lock.class)
                            .wrap(
                                    "locked",
                                    (lock, args, original) ->
                                            holders.isHolder(lock) ? original.call(lock, args) : (Object) false);
                });
    }
}
