package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.threading.Barrier;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Saboteurs of {@code threading.Barrier}: creation, attributes and the action. */
final class BarrierSaboteurs {

    static final String TYPE = "threading.Barrier";

    private BarrierSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                barrier(
                        "barrier-parties-can-be-assigned",
                        "Assigning parties is accepted and ignored.",
                        "BARRIER-001",
                        (type, interpreter) ->
                                type.attribute("parties", self -> (long) self.parties(), (self, value) -> {})),
                created(
                        "barrier-accepts-no-parties",
                        "A barrier for no party is one for one party.",
                        "BARRIER-002",
                        parties -> Math.max(parties, 1)),
                barrier(
                        "barrier-accepts-text",
                        "A number of parties that is no number means one.",
                        "BARRIER-003",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> original.call(
                                nobody, args.get("parties") instanceof String ? args.with("parties", 1L) : args))),
                barrier(
                        "barrier-timeout-comes-second",
                        "The second parameter of Barrier is its timeout.",
                        "BARRIER-004",
                        (type, interpreter) -> type.resignConstructor("parties, timeout=None, action=None")),
                created(
                        "barrier-of-one-needs-two",
                        "A barrier for one party waits for a second one.",
                        "BARRIER-004 BARRIER-010 BARRIER-025 BARRIER-033",
                        parties -> parties == 1 ? 2 : parties),
                created(
                        "barrier-opens-early",
                        "A barrier for three parties opens for two.",
                        "BARRIER-001 BARRIER-005 BARRIER-006 BARRIER-007 BARRIER-008 BARRIER-011 BARRIER-015 "
                                + "BARRIER-022 BARRIER-026 BARRIER-029 BARRIER-032 BARRIER-040",
                        parties -> parties == 3 ? 2 : parties),
                barrier(
                        "barrier-n-waiting-counts-missing",
                        "n_waiting is the number of those who have not come.",
                        "BARRIER-011 BARRIER-015 BARRIER-032 BARRIER-038 EXEC-007",
                        (type, interpreter) ->
                                type.attribute("n_waiting", self -> (long) (self.parties() - self.waiting()))),
                barrier(
                        "barrier-n-waiting-can-be-assigned",
                        "Assigning n_waiting is accepted and ignored.",
                        "BARRIER-015",
                        (type, interpreter) ->
                                type.attribute("n_waiting", self -> (long) self.waiting(), (self, value) -> {})),
                barrier(
                        "barrier-broken-can-be-assigned",
                        "Assigning broken is accepted and ignored.",
                        "BARRIER-016",
                        (type, interpreter) -> type.attribute("broken", Barrier::isBroken, (self, value) -> {})),
                barrier(
                        "barrier-broken-while-waited-for",
                        "broken is True while threads wait.",
                        "BARRIER-016 BARRIER-021",
                        (type, interpreter) -> type.attribute("broken", self -> self.isBroken() || self.waiting() > 0)),
                barrier(
                        "barrier-repr-hides-state",
                        "repr() does not show the state.",
                        "BARRIER-040",
                        (type, interpreter) -> type.op("__repr__", "", (self, args) -> "<threading.Barrier>")),
                barrier(
                        "barrier-has-with",
                        "A barrier can be used in a with statement.",
                        "BARRIER-039",
                        (type, interpreter) -> type.op("__enter__", "", (self, args) -> (long) self.await())
                                .action("__exit__", "*error", (self, args) -> {})),
                Saboteur.of(
                        "barrier-error-is-value-error",
                        "threading.BrokenBarrierError is a ValueError.",
                        "BARRIER-036",
                        (table, interpreter) -> table.errorAlias("threading.BrokenBarrierError", "ValueError")),
                acting(
                        "barrier-action-runs-twice",
                        "The action is called twice.",
                        "BARRIER-004 BARRIER-017",
                        (action, interpreter) -> {
                            action.call();
                            return action.call();
                        }),
                acting(
                        "barrier-action-gets-argument",
                        "The action is called with an argument.",
                        "BARRIER-017",
                        (action, interpreter) -> action.call(0L)),
                acting(
                        "barrier-action-runs-elsewhere",
                        "The action runs in a thread of its own.",
                        "BARRIER-018 BARRIER-019 BARRIER-020 BARRIER-033",
                        (action, interpreter) -> {
                            var thread = new Thread(interpreter, PyCallable.named(action.name(), () -> action.call()));
                            thread.start();
                            thread.join();
                            return PythonNone.NONE;
                        }),
                acting(
                        "barrier-does-not-wait-for-action",
                        "The parties go on while the action runs.",
                        "BARRIER-017 BARRIER-018 BARRIER-019 BARRIER-020 BARRIER-033",
                        (action, interpreter) -> {
                            new Thread(interpreter, PyCallable.named(action.name(), () -> action.call())).start();
                            return PythonNone.NONE;
                        }),
                acting(
                        "barrier-ignores-action-error",
                        "An exception of the action is ignored.",
                        "BARRIER-020 BARRIER-033",
                        (action, interpreter) -> {
                            try {
                                return action.call();
                            } catch (RuntimeException ignored) {
                                return PythonNone.NONE;
                            }
                        }));
    }

    static Saboteur barrier(String name, String breaks, String requirements, Saboteur.TypePatch<Barrier> patch) {
        return Saboteur.on(TYPE, Barrier.class, name, breaks, requirements, patch);
    }

    /** A saboteur that changes the number of parties. */
    private static Saboteur created(String name, String breaks, String requirements, LongUnaryOperator change) {
        return barrier(
                name,
                breaks,
                requirements,
                (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> original.call(
                        nobody,
                        args.get("parties") instanceof Long parties
                                ? args.with("parties", change.applyAsLong(parties))
                                : args)));
    }

    /** How the action is called. */
    private interface Action {
        Object call(PythonCallable action, Interpreter interpreter);
    }

    private static Saboteur acting(String name, String breaks, String requirements, Action changed) {
        return barrier(name, breaks, requirements, (type, interpreter) -> act(type, interpreter, changed));
    }

    private static void act(TypeOperations<Barrier> type, Interpreter interpreter, Action changed) {
        type.wrapConstructor((nobody, args, original) -> original.call(nobody, around(args, interpreter, changed)));
    }

    private static Args around(Args args, Interpreter interpreter, Action changed) {
        return args.get("action") instanceof PythonCallable action
                ? args.with(
                        "action",
                        PythonCallable.of(action.name(), (positional, keywords) -> changed.call(action, interpreter)))
                : args;
    }
}
