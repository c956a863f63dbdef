package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.RLock;
import java.util.List;

/** Saboteurs of {@code threading.RLock}. */
final class RLockSaboteurs {

    static final String TYPE = "threading.RLock";

    private static final AcquireSaboteurs<RLock> ACQUIRE = new AcquireSaboteurs<>("rlock-", TYPE, RLock.class);

    private RLockSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                rlock(
                        "rlock-try-does-not-own",
                        "acquire(blocking=False) always returns True, owner or not.",
                        "RLOCK-003 RLOCK-004 RLOCK-005 RLOCK-007 RLOCK-009 RLOCK-012 RLOCK-013 RLOCK-015 RLOCK-021 COND-002",
                        (lock, interpreter) -> lock.wrap(
                                "acquire",
                                (self, args, original) ->
                                        LockWaitingSaboteurs.isTry(args) ? (Object) true : original.call(self, args))),
                rlock(
                        "rlock-owner-try-fails",
                        "acquire(blocking=False) returns False for the owner.",
                        "RLOCK-005",
                        (lock, interpreter) -> lock.wrap(
                                "acquire",
                                (self, args, original) -> LockWaitingSaboteurs.isTry(args) && self.isOwned()
                                        ? (Object) false
                                        : original.call(self, args))),
                rlock(
                        "rlock-is-not-reentrant",
                        "acquire() by the owner blocks.",
                        "RLOCK-005 RLOCK-006 RLOCK-009 RLOCK-012 RLOCK-015 RLOCK-016 RLOCK-025 RLOCK-027 RLOCK-028 DEADLOCK-004 DEADLOCK-017",
                        (lock, interpreter) -> lock.wrap("acquire", (self, args, original) -> {
                            if (LockWaitingSaboteurs.isPlain(args) && self.isOwned()) {
                                new Crowd(interpreter).await();
                            }
                            return original.call(self, args);
                        })),
                rlock(
                        "rlock-forgets-depth",
                        "The first release() frees the lock, however often it was acquired.",
                        "RLOCK-006 RLOCK-009 RLOCK-012 RLOCK-015 RLOCK-016 RLOCK-025 RLOCK-027 DEADLOCK-004 DEADLOCK-017",
                        (lock, interpreter) -> lock.wrap("release", (self, args, original) -> {
                            while (self.recursionCount() > 1) {
                                original.call(self, args);
                            }
                            return original.call(self, args);
                        })),
                rlock(
                        "rlock-acquire-gives-up",
                        "acquire() of a lock that another thread owns returns False at once.",
                        "RLOCK-006 RLOCK-016 RLOCK-017 RLOCK-023 RLOCK-025 DEADLOCK-007 DEADLOCK-017 " + "VISIB-004",
                        (lock, interpreter) -> lock.wrap(
                                "acquire",
                                (self, args, original) -> original.call(
                                        self,
                                        LockWaitingSaboteurs.isPlain(args) ? args.with("blocking", false) : args))),
                rlock(
                        "rlock-try-waits",
                        "acquire(blocking=False) waits for the lock.",
                        "RLOCK-003 RLOCK-004 RLOCK-005 RLOCK-007 RLOCK-009 RLOCK-012 RLOCK-013 RLOCK-015 RLOCK-021 COND-002",
                        (lock, interpreter) -> lock.wrap(
                                "acquire",
                                (self, args, original) -> original.call(
                                        self, LockWaitingSaboteurs.isTry(args) ? args.with("blocking", true) : args))),
                ACQUIRE.returningEarly("RLOCK-008"),
                ACQUIRE.overrunning("RLOCK-008 RLOCK-018 RLOCK-022"),
                ACQUIRE.missingTheRelease("RLOCK-008"),
                rlock(
                        "rlock-release-forgives",
                        "release() by a thread that is not the owner does nothing.",
                        "RLOCK-001 RLOCK-010 RLOCK-011 RLOCK-012 RLOCK-018",
                        (lock, interpreter) -> lock.wrap(
                                "release",
                                (self, args, original) ->
                                        self.isOwned() ? original.call(self, args) : PythonNone.NONE)),
                ACQUIRE.leaking("RLOCK-016 RLOCK-025"),
                rlock(
                        "rlock-release-wakes-all",
                        "The final release lets every waiting thread go on.",
                        "RLOCK-016 RLOCK-017 RLOCK-025",
                        RLockSaboteurs::wakeAll),
                ACQUIRE.tryingWithTimeout("RLOCK-019"),
                ACQUIRE.acceptingNegative("RLOCK-020"),
                ACQUIRE.acceptingOverflow("RLOCK-021"),
                ACQUIRE.refusingTheMaximum("RLOCK-021"),
                ACQUIRE.refusingPositionalTimeout("RLOCK-019 RLOCK-022"),
                ACQUIRE.swallowingInterrupts("RLOCK-023"),
                Saboteur.of(
                        "rlock-locked-for-owner-only",
                        "locked() is False for everybody but the owner.",
                        "RLOCK-024",
                        (table, interpreter) -> table.wrapMethod(
                                TYPE,
                                "locked",
                                (self, args, original) -> self instanceof RLock lock && lock.isOwned()
                                        ? original.call(self, args)
                                        : (Object) false)));
    }

    private static Saboteur rlock(String name, String breaks, String requirements, Saboteur.TypePatch<RLock> patch) {
        return Saboteur.on(TYPE, RLock.class, name, breaks, requirements, patch);
    }

    private static void wakeAll(TypeOperations<RLock> lock, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        lock.wrap("acquire", (self, args, original) -> {
                    if (!LockWaitingSaboteurs.isPlain(args)) {
                        return original.call(self, args);
                    }
                    if (original.call(self, args.with("blocking", false)).equals(false)) {
                        crowds.of(self).await();
                        original.call(self, args.with("blocking", false));
                    }
                    return true;
                })
                .wrap("release", (self, args, original) -> {
                    var result = original.call(self, args);
                    if (!self.isOwned()) {
                        crowds.of(self).releaseAll();
                    }
                    return result;
                });
    }
}
