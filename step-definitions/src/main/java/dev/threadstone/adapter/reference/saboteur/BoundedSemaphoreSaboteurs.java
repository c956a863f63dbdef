package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.threading.BoundedSemaphore;
import dev.threadstone.reference.threading.Semaphore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Saboteurs of {@code threading.BoundedSemaphore}; those of semaphores break it, too. */
final class BoundedSemaphoreSaboteurs {

    private static final String TYPE = "threading.BoundedSemaphore";

    private static final int EVERY = 10;

    private BoundedSemaphoreSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                bounded(
                        "bounded-semaphore-has-two-by-default",
                        "BoundedSemaphore() has two permits.",
                        "BSEM-001 BSEM-005 BSEM-006 BSEM-007 BSEM-012 BSEM-013",
                        (type, interpreter) -> type.resignConstructor("value=2")),
                bounded(
                        "bounded-semaphore-accepts-negative",
                        "A negative initial value means zero.",
                        "BSEM-002",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> original.call(
                                nobody, args.integer("value").signum() < 0 ? args.with("value", 0L) : args))),
                bounded(
                        "bounded-semaphore-refuses-zero",
                        "BoundedSemaphore(0) has one permit.",
                        "BSEM-011",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> original.call(
                                nobody, args.integer("value").signum() == 0 ? args.with("value", 1L) : args))),
                releasing(
                        "bounded-semaphore-ignores-surplus",
                        "A release beyond the bound does nothing.",
                        "BSEM-001 BSEM-003 BSEM-004 BSEM-005 BSEM-009 BSEM-010 BSEM-011",
                        (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (ValueError ignored) {
                                return PythonNone.NONE;
                            }
                        }),
                Saboteur.of(
                        "bounded-semaphore-has-owners",
                        "Who holds no permit cannot release while another thread holds one.",
                        "BSEM-004",
                        BoundedSemaphoreSaboteurs::requireOwner),
                releasing(
                        "bounded-semaphore-refusal-costs-a-permit",
                        "A refused release takes a permit.",
                        "BSEM-005 BSEM-009",
                        (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (ValueError refused) {
                                self.acquire(false);
                                throw refused;
                            }
                        }),
                releasing(
                        "bounded-semaphore-refusal-gives-a-part",
                        "release(n) beyond the bound gives back what the bound allows before it raises.",
                        "BSEM-009",
                        (self, args, original) -> {
                            for (var n = args.integer("n").intValueExact(); n > 1; n--) {
                                self.release();
                            }
                            return original.call(self, args.integer("n").signum() > 0 ? args.with("n", 1L) : args);
                        }),
                releasing(
                        "bounded-semaphore-release-gives-one",
                        "release(n) gives back one permit.",
                        "BSEM-008 BSEM-009",
                        (self, args, original) ->
                                original.call(self, args.integer("n").signum() > 0 ? args.with("n", 1L) : args)),
                releasing(
                        "bounded-semaphore-release-ignores-zero",
                        "release(n) with n below one does nothing.",
                        "BSEM-010",
                        (self, args, original) ->
                                args.integer("n").signum() > 0 ? original.call(self, args) : PythonNone.NONE),
                Saboteur.of(
                        "bounded-semaphore-wears-out",
                        "Every tenth release is lost.",
                        "BSEM-006",
                        (table, interpreter) -> {
                            var count = new AtomicInteger();
                            wrapRelease(
                                    table,
                                    (self, args, original) -> count.incrementAndGet() % EVERY == 0
                                            ? PythonNone.NONE
                                            : original.call(self, args));
                        }),
                Saboteur.of(
                        "bounded-semaphore-with-keeps-permit-after-error",
                        "A with block that an exception leaves does not give the permit back.",
                        "BSEM-012",
                        (table, interpreter) -> table.on(SemaphoreSaboteurs.TYPE, Semaphore.class)
                                .wrap("__exit__", ifBounded(PermitSaboteurs::keepAfterError))),
                Saboteur.of(
                        "bounded-semaphore-blocked-acquire-takes-nothing",
                        "An acquire that had to wait takes no permit.",
                        "BSEM-006 BSEM-013",
                        (table, interpreter) -> table.on(SemaphoreSaboteurs.TYPE, Semaphore.class)
                                .wrap("acquire", ifBounded(PermitSaboteurs::takeNothing))),
                bounded(
                        "bounded-semaphore-repr-hides-bound",
                        "repr() does not show the bound.",
                        "BSEM-015",
                        (type, interpreter) ->
                                type.op("__repr__", "", (self, args) -> "<threading.BoundedSemaphore>")));
    }

    private static Saboteur bounded(
            String name, String breaks, String requirements, Saboteur.TypePatch<BoundedSemaphore> patch) {
        return Saboteur.on(TYPE, BoundedSemaphore.class, name, breaks, requirements, patch);
    }

    private static Saboteur releasing(
            String name, String breaks, String requirements, Operation.Wrapper<Semaphore> wrapper) {
        return Saboteur.of(name, breaks, requirements, (table, interpreter) -> wrapRelease(table, wrapper));
    }

    private static void wrapRelease(OperationTable table, Operation.Wrapper<Semaphore> wrapper) {
        table.on(SemaphoreSaboteurs.TYPE, Semaphore.class).wrap("release", ifBounded(wrapper));
    }

    private static Operation.Wrapper<Semaphore> ifBounded(Operation.Wrapper<Semaphore> wrapper) {
        return (self, args, original) ->
                self instanceof BoundedSemaphore ? wrapper.call(self, args, original) : original.call(self, args);
    }

    private static void requireOwner(OperationTable table, Interpreter interpreter) {
        var permits = new PermitHolders(interpreter);
        permits.track(table.on(SemaphoreSaboteurs.TYPE, Semaphore.class));
        wrapRelease(table, PermitSaboteurs.releaseByHolders(permits));
    }
}
