package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.SemaphoreSaboteurs.semaphore;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.threading.Semaphore;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Saboteurs of {@code threading.Semaphore}: who has permits, and how they are given back. */
final class PermitSaboteurs {

    private static final int EVERY = 10;

    private PermitSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                releasing(
                        "semaphore-release-returns-true",
                        "release() returns True.",
                        "SEM-006 SEM-018 BSEM-003 BSEM-004 BSEM-008",
                        (self, args, original) -> {
                            original.call(self, args);
                            return true;
                        }),
                semaphore(
                        "semaphore-release-needs-acquire",
                        "A semaphore whose permits are all free cannot be released, except if it had none at first.",
                        "SEM-017 SEM-032",
                        PermitSaboteurs::requireAcquire),
                semaphore(
                        "semaphore-has-owners",
                        "Who holds no permit cannot release while another thread holds one.",
                        "SEM-018 SEM-028 BSEM-004 DEADLOCK-005",
                        PermitSaboteurs::requireOwner),
                semaphore(
                        "semaphore-is-reentrant",
                        "Who holds a permit can acquire again without another one.",
                        "SEM-005 SEM-006 SEM-022 SEM-026 SEM-027 BSEM-004 BSEM-008 BSEM-009 DEADLOCK-005",
                        PermitSaboteurs::letOwnerIn),
                semaphore(
                        "semaphore-early-release-is-lost",
                        "A release is lost if nobody waits and nobody has acquired.",
                        "SEM-006 SEM-017 SEM-019 SEM-023 BSEM-005 VISIB-009",
                        PermitSaboteurs::loseEarly),
                semaphore(
                        "semaphore-blocked-acquire-takes-nothing",
                        "An acquire that had to wait takes no permit.",
                        "SEM-020 SEM-021 SEM-022 SEM-025 SEM-028 BSEM-006 BSEM-013",
                        (type, interpreter) -> type.wrap("acquire", PermitSaboteurs::takeNothing)),
                releasing(
                        "semaphore-release-gives-one",
                        "release(n) gives back one permit.",
                        "SEM-021 SEM-022 BSEM-008 BSEM-009",
                        (self, args, original) ->
                                original.call(self, args.integer("n").signum() > 0 ? args.with("n", 1L) : args)),
                semaphore(
                        "semaphore-release-loses-the-rest",
                        "Permits of release(n) that nobody waits for are lost.",
                        "SEM-022 BSEM-008 BSEM-009",
                        PermitSaboteurs::loseRest),
                releasing(
                        "semaphore-release-ignores-zero",
                        "release(n) with n below one does nothing.",
                        "SEM-023 BSEM-010",
                        (self, args, original) ->
                                args.integer("n").signum() > 0 ? original.call(self, args) : PythonNone.NONE),
                semaphore(
                        "semaphore-loses-permits-under-load",
                        "Every tenth release is lost.",
                        "SEM-025 BSEM-006",
                        (type, interpreter) -> {
                            var count = new AtomicInteger();
                            type.wrap(
                                    "release",
                                    (self, args, original) -> count.incrementAndGet() % EVERY == 0
                                            ? PythonNone.NONE
                                            : original.call(self, args));
                        }),
                semaphore(
                        "semaphore-with-keeps-permit",
                        "The end of a with block does not give the permit back.",
                        "SEM-027 BSEM-012",
                        (type, interpreter) -> type.action("__exit__", "*error", (self, args) -> {})),
                semaphore(
                        "semaphore-with-keeps-permit-after-error",
                        "A with block that an exception leaves does not give the permit back.",
                        "SEM-027 BSEM-012",
                        (type, interpreter) -> type.wrap("__exit__", PermitSaboteurs::keepAfterError)),
                Saboteur.of(
                        "semaphore-release-does-not-publish",
                        "What a thread assigns is seen by others once it has released a lock, not a semaphore.",
                        "SEM-029 FUTURE-035 GIL-003 VISIB-001 VISIB-002 VISIB-003 VISIB-005 VISIB-007 "
                                + "VISIB-008 VISIB-009 VISIB-010 VISIB-011 VISIB-012 VISIB-013",
                        (table, interpreter) -> new StoreBuffers(interpreter)
                                .fill(table)
                                .emptyBy(table, LockSaboteurs.TYPE, "release")
                                .emptyBy(table, RLockSaboteurs.TYPE, "release")
                                .emptyBy(table, ConditionSaboteurs.TYPE, "release")
                                .emptyBy(table, BarrierSaboteurs.TYPE, "wait")));
    }

    private static Saboteur releasing(
            String name, String breaks, String requirements, Operation.Wrapper<Semaphore> wrapper) {
        return semaphore(name, breaks, requirements, (type, interpreter) -> type.wrap("release", wrapper));
    }

    private static void requireAcquire(TypeOperations<Semaphore> type, Interpreter interpreter) {
        var permits = new PermitHolders(interpreter);
        var zero = new Marks();
        type.wrapConstructor((nobody, args, original) -> {
            var made = original.call(nobody, args);
            if (args.integer("value").signum() == 0) {
                zero.add(made);
            }
            return made;
        });
        permits.track(type);
        type.wrap("release", (self, args, original) -> {
            if (permits.count(self) == 0 && !zero.has(self)) {
                throw new ValueError("semaphore released too many times");
            }
            return original.call(self, args);
        });
    }

    private static void requireOwner(TypeOperations<Semaphore> type, Interpreter interpreter) {
        var permits = new PermitHolders(interpreter);
        permits.track(type);
        type.wrap("release", releaseByHolders(permits));
    }

    /** Only holders can release, if there are any. */
    static Operation.Wrapper<Semaphore> releaseByHolders(PermitHolders permits) {
        return (self, args, original) -> {
            if (permits.count(self) > 0 && !permits.hasCaller(self)) {
                throw new RuntimeError("cannot release a permit of another thread");
            }
            return original.call(self, args);
        };
    }

    /** An acquire that gives the permit back at once if it had to wait for it. */
    static Object takeNothing(Semaphore self, Args args, Operation.Body<Semaphore> original) throws Exception {
        if (!LockWaitingSaboteurs.isPlain(args)) {
            return original.call(self, args);
        }
        if (!self.acquire(false)) {
            original.call(self, args);
            self.release();
        }
        return true;
    }

    /** The end of a with block that gives the permit back unless there was an error. */
    static Object keepAfterError(Semaphore self, Args args, Operation.Body<Semaphore> original) throws Exception {
        return args.items("error").get(0) == PythonNone.NONE ? original.call(self, args) : PythonNone.NONE;
    }

    private static void letOwnerIn(TypeOperations<Semaphore> type, Interpreter interpreter) {
        var permits = new PermitHolders(interpreter);
        permits.track(type);
        type.wrap(
                "acquire",
                (self, args, original) -> permits.hasCaller(self) ? (Object) true : original.call(self, args));
    }

    private static void loseEarly(TypeOperations<Semaphore> type, Interpreter interpreter) {
        var used = new Marks();
        type.wrap("acquire", (self, args, original) -> {
                    used.add(self);
                    return original.call(self, args);
                })
                .wrap(
                        "release",
                        (self, args, original) -> used.has(self) ? original.call(self, args) : PythonNone.NONE);
    }

    private static void loseRest(TypeOperations<Semaphore> type, Interpreter interpreter) {
        Map<Object, Integer> waiting = new WeakHashMap<>();
        type.wrap("acquire", (self, args, original) -> {
                    waiting.merge(self, 1, Integer::sum);
                    var result = original.call(self, args);
                    waiting.merge(self, -1, Integer::sum);
                    return result;
                })
                .wrap("release", (self, args, original) -> {
                    var n = args.integer("n").longValueExact();
                    var wanted = Math.max(1, waiting.getOrDefault(self, 0));
                    return original.call(self, n > wanted ? args.with("n", (long) wanted) : args);
                });
    }
}
