package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.TypeError;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.RLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of {@code threading.Condition}: what it is and what it does with its lock. */
final class ConditionSaboteurs {

    static final String TYPE = "threading.Condition";

    private static final AcquireSaboteurs<Condition> ACQUIRE =
            new AcquireSaboteurs<>("condition-", TYPE, Condition.class);

    private ConditionSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                condition(
                        "condition-own-lock-is-plain",
                        "A condition without a lock makes a Lock.",
                        "COND-001 COND-010 COND-031 COND-032 COND-055",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> original.call(
                                nobody, args.isNone("lock") ? args.with("lock", new Lock(interpreter)) : args))),
                condition(
                        "condition-ignores-given-lock",
                        "A condition makes a lock of its own even if it was given one.",
                        "COND-002 COND-004 COND-011 DEADLOCK-005",
                        (type, interpreter) -> type.wrapConstructor(
                                (nobody, args, original) -> original.call(nobody, args.with("lock", PythonNone.NONE)))),
                condition(
                        "condition-over-lock-cannot-wait",
                        "Only a condition over an RLock can wait.",
                        "COND-003 COND-004 LOWLEVEL-007",
                        ConditionSaboteurs::refuseToWaitOverLock),
                condition(
                        "condition-refuses-custom-lock",
                        "Only a Lock or an RLock can be the lock of a condition.",
                        "COND-054",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> {
                            if (args.isNone("lock") || isPythons(args.get("lock"))) {
                                return original.call(nobody, args);
                            }
                            throw new TypeError("a condition needs a Lock or an RLock");
                        })),
                condition(
                        "condition-notifies-its-siblings",
                        "notify_all() reaches the waiters of all conditions over the same lock.",
                        "COND-004",
                        ConditionSaboteurs::notifySiblings),
                ACQUIRE.acquire(
                        "acquire-ignores-timeout",
                        "A timed acquire() waits without limit.",
                        "COND-005",
                        (interpreter, condition, args, original) ->
                                original.call(condition, args.with("timeout", -1L))),
                ACQUIRE.leaking("COND-046"),
                condition(
                        "condition-release-forgives",
                        "release() of a lock that is not held does nothing.",
                        "COND-006",
                        (type, interpreter) -> type.wrap("release", (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (RuntimeError forgiven) {
                                return PythonNone.NONE;
                            }
                        })),
                condition(
                        "condition-with-keeps-lock",
                        "The end of a with block does not release the lock.",
                        "COND-007",
                        (type, interpreter) -> type.action("__exit__", "*error", (self, args) -> {})),
                condition(
                        "condition-with-keeps-lock-after-error",
                        "A with block that an exception leaves does not release the lock.",
                        "COND-007",
                        (type, interpreter) -> type.wrap(
                                "__exit__",
                                (self, args, original) -> args.items("error").get(0) == PythonNone.NONE
                                        ? original.call(self, args)
                                        : PythonNone.NONE)),
                condition(
                        "condition-locked-for-owner-only",
                        "locked() is False when a thread asks that may not wait.",
                        "COND-052",
                        (type, interpreter) -> type.wrap(
                                "locked",
                                (self, args, original) -> self.isOwned() ? original.call(self, args) : (Object) false)),
                condition(
                        "condition-is-no-class",
                        "Condition is a function.",
                        "COND-053",
                        (type, interpreter) -> type.factory()),
                condition(
                        "condition-hides-owner-check",
                        "A condition has no _is_owned.",
                        "COND-055",
                        (type, interpreter) -> type.without("_is_owned")),
                condition(
                        "condition-has-no-old-names",
                        "There is no notifyAll.",
                        "COND-051",
                        (type, interpreter) -> type.without("notifyAll")),
                Saboteur.of(
                        "condition-release-does-not-publish",
                        "What a thread assigns is seen by others once it has released a lock, not a condition.",
                        "COND-003 COND-049 FUTURE-035 GIL-003 VISIB-001 VISIB-002 VISIB-003 VISIB-005 "
                                + "VISIB-006 VISIB-007 VISIB-008 VISIB-010 VISIB-011 VISIB-012 VISIB-013",
                        (table, interpreter) -> new StoreBuffers(interpreter)
                                .fill(table)
                                .emptyBy(table, LockSaboteurs.TYPE, "release")
                                .emptyBy(table, RLockSaboteurs.TYPE, "release")
                                .emptyBy(table, SemaphoreSaboteurs.TYPE, "release")
                                .emptyBy(table, BarrierSaboteurs.TYPE, "wait")));
    }

    static Saboteur condition(String name, String breaks, String requirements, Saboteur.TypePatch<Condition> patch) {
        return Saboteur.on(TYPE, Condition.class, name, breaks, requirements, patch);
    }

    private static boolean isPythons(Object lock) {
        return lock instanceof Lock || lock instanceof RLock;
    }

    private static void refuseToWaitOverLock(TypeOperations<Condition> type, Interpreter interpreter) {
        var overLock = new Marks();
        type.wrapConstructor((nobody, args, original) -> {
                    var made = original.call(nobody, args);
                    if (args.get("lock") instanceof Lock) {
                        overLock.add(made);
                    }
                    return made;
                })
                .wrap("wait", (self, args, original) -> {
                    if (overLock.has(self)) {
                        throw new RuntimeError("cannot wait on un-acquired lock");
                    }
                    return original.call(self, args);
                });
    }

    private static void notifySiblings(TypeOperations<Condition> type, Interpreter interpreter) {
        Map<Object, List<Condition>> families = new WeakHashMap<>();
        type.wrapConstructor((nobody, args, original) -> {
                    var made = original.call(nobody, args);
                    if (made instanceof Condition condition && isPythons(args.get("lock"))) {
                        families.computeIfAbsent(args.get("lock"), lock -> new ArrayList<>())
                                .add(condition);
                    }
                    return made;
                })
                .wrap("notify_all", (self, args, original) -> {
                    families.values().stream()
                            .filter(family -> family.contains(self))
                            .forEach(family -> family.forEach(Condition::notifyAllWaiters));
                    return original.call(self, args);
                });
    }
}
