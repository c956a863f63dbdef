package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Condition;
import dev.threadstone.reference.threading.Lock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of what threads do to each other with several primitives: some prevent deadlocks, which nothing may. */
final class DeadlockSaboteurs {

    private DeadlockSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "self-deadlock-is-refused",
                        "A blocking acquire of a Lock by its holder raises.",
                        "LOCK-026 DEADLOCK-001 DEADLOCK-002 DEADLOCK-029 PATTERN-007 PATTERN-032 PATTERN-038",
                        DeadlockSaboteurs::refuseHolder),
                Saboteur.of(
                        "deadlock-is-refused",
                        "An acquire that closes a circle of threads raises.",
                        "LOCK-049 DEADLOCK-006 DEADLOCK-007 DEADLOCK-008 DEADLOCK-014",
                        DeadlockSaboteurs::refuseCircle),
                Saboteur.of(
                        "thread-holds-one-lock",
                        "A thread that holds a Lock cannot wait for another one.",
                        "DEADLOCK-006 DEADLOCK-008 DEADLOCK-009 DEADLOCK-011 DEADLOCK-014",
                        DeadlockSaboteurs::refuseSecond),
                Saboteur.on(
                        LockSaboteurs.TYPE,
                        Lock.class,
                        "lock-is-stolen-by-timeout",
                        "A timed acquire gets the lock when its time is up, whoever holds it.",
                        "LOCK-011 LOCK-013 LOCK-029 LOCK-042 LOCK-044 DEADLOCK-003 DEADLOCK-012 DEADLOCK-015 "
                                + "FINAL-005 MAP-001 SHUTDOWN-018 SIGNAL-012 SIGNAL-016 SIGNAL-023",
                        (type, interpreter) -> type.wrap("acquire", (self, args, original) -> {
                            var result = original.call(self, args);
                            return AcquireSaboteurs.isTimed(args) ? (Object) true : result;
                        })),
                Saboteur.of(
                        "wait-releases-all-locks",
                        "wait() on a condition releases every Lock that the caller holds.",
                        "DEADLOCK-018",
                        DeadlockSaboteurs::releaseAll),
                Saboteur.of(
                        "sleep-releases-all-locks",
                        "time.sleep() releases every Lock that the caller holds, and takes them again.",
                        "DEADLOCK-028 SIGNAL-009",
                        DeadlockSaboteurs::releaseWhileAsleep),
                Saboteur.of(
                        "lock-release-does-not-publish",
                        "What a thread assigns is seen by others once it has released a condition, not a Lock.",
                        "DEADLOCK-022 DEADLOCK-025 FUTURE-035 GIL-003 VISIB-001 VISIB-002 VISIB-003 VISIB-004 "
                                + "VISIB-005 VISIB-007 VISIB-008 VISIB-010 VISIB-011 VISIB-012 VISIB-013",
                        (table, interpreter) -> new StoreBuffers(interpreter)
                                .fill(table)
                                .emptyBy(table, RLockSaboteurs.TYPE, "release")
                                .emptyBy(table, ConditionSaboteurs.TYPE, "release")
                                .emptyBy(table, SemaphoreSaboteurs.TYPE, "release")
                                .emptyBy(table, BarrierSaboteurs.TYPE, "wait")),
                Saboteur.of(
                        "deepcopy-does-not-copy",
                        "copy.deepcopy() returns what it is given.",
                        "DEADLOCK-027 PATTERN-030 PATTERN-031",
                        (table, interpreter) ->
                                table.wrapFunction("copy.deepcopy", (nobody, args, original) -> args.get("x"))));
    }

    private static void refuseHolder(OperationTable table, Interpreter interpreter) {
        var holders = new Holders(interpreter);
        var type = table.on(LockSaboteurs.TYPE, Lock.class);
        holders.track(type);
        Operation.Wrapper<Lock> refusal = (self, args, original) -> {
            if (holders.isHolder(self)) {
                throw new RuntimeError("deadlock");
            }
            return original.call(self, args);
        };
        type.wrap("__enter__", refusal)
                .wrap(
                        "acquire",
                        (self, args, original) -> LockWaitingSaboteurs.isPlain(args)
                                ? refusal.call(self, args, original)
                                : original.call(self, args));
    }

    private static void refuseCircle(OperationTable table, Interpreter interpreter) {
        Map<Object, Object> holders = new HashMap<>();
        Map<Object, Object> wanted = new HashMap<>();
        Operation.Wrapper<Object> acquire = (self, args, original) -> {
            var caller = interpreter.current();
            var awaited = new HashSet<Object>();
            for (var holder = holders.get(self); holder != null && awaited.add(holder); ) {
                holder = holders.get(wanted.get(holder));
            }
            if (awaited.contains(caller) && !caller.equals(holders.get(self)) && LockWaitingSaboteurs.isPlain(args)) {
                throw new RuntimeError("deadlock");
            }
            wanted.put(caller, self);
            var result = original.call(self, args);
            wanted.remove(caller);
            if (result.equals(true)) {
                holders.put(self, caller);
            }
            return result;
        };
        Operation.Wrapper<Object> release = (self, args, original) -> {
            holders.remove(self);
            return original.call(self, args);
        };
        for (var type : List.of(LockSaboteurs.TYPE, RLockSaboteurs.TYPE)) {
            table.wrapMethod(type, "acquire", acquire).wrapMethod(type, "release", release);
        }
    }

    private static void refuseSecond(OperationTable table, Interpreter interpreter) {
        Map<Lock, Object> held = new WeakHashMap<>();
        track(table.on(LockSaboteurs.TYPE, Lock.class), held, interpreter);
        table.on(LockSaboteurs.TYPE, Lock.class).wrap("acquire", (self, args, original) -> {
            var holdsOther = held.entrySet().stream()
                    .anyMatch(entry -> entry.getValue().equals(interpreter.current())
                            && !entry.getKey().equals(self));
            if (holdsOther && LockWaitingSaboteurs.isPlain(args)) {
                throw new RuntimeError("a thread can hold one lock only");
            }
            return original.call(self, args);
        });
    }

    private static void releaseAll(OperationTable table, Interpreter interpreter) {
        Map<Lock, Object> held = new WeakHashMap<>();
        track(table.on(LockSaboteurs.TYPE, Lock.class), held, interpreter);
        table.on(ConditionSaboteurs.TYPE, Condition.class).wrap("wait", (self, args, original) -> {
            held.forEach((lock, holder) -> {
                if (holder.equals(interpreter.current()) && lock.locked()) {
                    lock.release();
                }
            });
            return original.call(self, args);
        });
    }

    private static void releaseWhileAsleep(OperationTable table, Interpreter interpreter) {
        Map<Lock, Object> held = new WeakHashMap<>();
        track(table.on(LockSaboteurs.TYPE, Lock.class), held, interpreter);
        table.wrapFunction("time.sleep", (nobody, args, original) -> {
            var own = held.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(interpreter.current()))
                    .map(Map.Entry::getKey)
                    .toList();
            own.forEach(Lock::release);
            var result = original.call(nobody, args);
            own.forEach(Lock::acquire);
            return result;
        });
    }

    private static void track(TypeOperations<Lock> type, Map<Lock, Object> held, Interpreter interpreter) {
        type.wrap("acquire", (self, args, original) -> {
                    var result = original.call(self, args);
                    if (result.equals(true)) {
                        held.put(self, interpreter.current());
                    }
                    return result;
                })
                .wrap("release", (self, args, original) -> {
                    held.remove(self);
                    return original.call(self, args);
                });
    }
}
