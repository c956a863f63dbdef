package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.RLock;
import java.util.List;

/** Saboteurs of the {@code with} statement over locks. */
final class WithSaboteurs {

    private WithSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                lock(
                        "lock-with-keeps-lock",
                        "The end of a with block does not release the lock.",
                        "LOCK-035 LOCK-036 LOCK-037 LOCK-038 LOCK-039 DEADLOCK-016 PATTERN-007 PATTERN-025 "
                                + "PATTERN-026 PATTERN-027 PATTERN-028 PATTERN-029 PATTERN-038 PATTERN-039",
                        (lock, interpreter) -> lock.action("__exit__", "*error", (self, args) -> {})),
                lock(
                        "lock-with-does-not-wait",
                        "Entering a with block does not wait for the lock.",
                        "LOCK-035 DEADLOCK-002 OWN-005 PATTERN-007 PATTERN-023 PATTERN-025 PATTERN-026 "
                                + "PATTERN-027 PATTERN-028 PATTERN-029 PATTERN-038",
                        (lock, interpreter) -> lock.op("__enter__", "", (self, args) -> {
                            self.acquire(false);
                            return true;
                        })),
                lock(
                        "lock-with-keeps-lock-after-error",
                        "A with block that an exception leaves does not release the lock.",
                        "LOCK-037 DEADLOCK-016",
                        (lock, interpreter) -> lock.wrap(
                                "__exit__",
                                (self, args, original) -> isError(args) ? PythonNone.NONE : original.call(self, args))),
                lock(
                        "lock-with-swallows-error",
                        "An exception ends with the with block that it leaves.",
                        "LOCK-037 DEADLOCK-016",
                        (lock, interpreter) -> lock.wrap("__exit__", (self, args, original) -> {
                            original.call(self, args);
                            return isError(args) ? (Object) true : PythonNone.NONE;
                        })),
                lock(
                        "lock-with-jump-keeps-lock",
                        "A with block that no exception leaves does not release the lock.",
                        "LOCK-035 LOCK-036 LOCK-038 LOCK-039 PATTERN-007 PATTERN-025 PATTERN-026 PATTERN-027 "
                                + "PATTERN-028 PATTERN-029 PATTERN-038 PATTERN-039",
                        (lock, interpreter) -> lock.wrap(
                                "__exit__",
                                (self, args, original) -> isError(args) ? original.call(self, args) : PythonNone.NONE)),
                rlock(
                        "rlock-with-keeps-level-after-error",
                        "A with block that an exception leaves does not undo its recursion level.",
                        "RLOCK-014",
                        (lock, interpreter) -> lock.wrap(
                                "__exit__",
                                (self, args, original) -> isError(args) ? PythonNone.NONE : original.call(self, args))),
                rlock(
                        "rlock-with-releases-all",
                        "The end of any with block releases the lock entirely.",
                        "RLOCK-013",
                        (lock, interpreter) -> lock.wrap("__exit__", (self, args, original) -> {
                            while (self.isOwned()) {
                                self.release();
                            }
                            return PythonNone.NONE;
                        })));
    }

    private static boolean isError(Args args) {
        return args.items("error").get(0) != PythonNone.NONE;
    }

    private static Saboteur lock(String name, String breaks, String requirements, Saboteur.TypePatch<Lock> patch) {
        return Saboteur.on(LockSaboteurs.TYPE, Lock.class, name, breaks, requirements, patch);
    }

    private static Saboteur rlock(String name, String breaks, String requirements, Saboteur.TypePatch<RLock> patch) {
        return Saboteur.on(RLockSaboteurs.TYPE, RLock.class, name, breaks, requirements, patch);
    }
}
