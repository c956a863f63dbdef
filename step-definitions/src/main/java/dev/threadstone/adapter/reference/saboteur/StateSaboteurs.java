package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RecursionError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.threading.Barrier;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Saboteurs of calls, errors and generators, which belong to one thread at a time. */
final class StateSaboteurs {

    private StateSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "state-frames-of-caller",
                        "Every thread's frames are the caller's.",
                        "STATE-001 DEBUG-010",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.stack_of",
                                (nobody, args, original) -> original.call(
                                        nobody,
                                        args.with(
                                                "thread",
                                                interpreter.threading().currentThread())))),
                Saboteur.of(
                        "state-locals-are-shared",
                        "Threads that run one function share its local variables.",
                        "STATE-002",
                        StateSaboteurs::shareLocals),
                Saboteur.of(
                        "state-handled-error-is-shared",
                        "A thread that handles no error sees one that another handles.",
                        "STATE-003",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.handled",
                                (nobody, args, original) -> interpreter.threadStates().all().stream()
                                        .map(state -> state.exceptions().current())
                                        .filter(Objects::nonNull)
                                        .<Object>map(error -> error)
                                        .findFirst()
                                        .orElse(PythonNone.NONE))),
                Saboteur.of(
                        "state-handled-errors-unknown",
                        "sys._current_exceptions() knows of no error.",
                        "STATE-004",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.handled_by", (nobody, args, original) -> PythonNone.NONE)),
                Saboteur.of(
                        "state-depth-is-shared",
                        "The calls of all threads count together against the recursion limit.",
                        "STATE-005",
                        (table, interpreter) -> table.wrapFunction("threadstone.recurse", (nobody, args, original) -> {
                            refuseDepth(interpreter, args.integer("depth").longValueExact());
                            return original.call(nobody, args);
                        })),
                Saboteur.of(
                        "state-recursion-is-endless",
                        "Nothing stops a recursion.",
                        "STATE-006 STATE-007",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.recurse",
                                (nobody, args, original) ->
                                        args.isNone("gate") ? args.get("depth") : original.call(nobody, args))),
                Saboteur.of(
                        "state-recursion-limit-is-fixed",
                        "Setting the recursion limit changes nothing.",
                        "STATE-007",
                        (table, interpreter) -> table.wrapFunction(
                                "sys.setrecursionlimit", (nobody, args, original) -> PythonNone.NONE)),
                Saboteur.of(
                        "state-async-error-is-lost",
                        "A requested error is never raised.",
                        "STATE-011 STATE-012 STATE-013",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.set_async_exc",
                                (nobody, args, original) ->
                                        original.call(nobody, args.with("error", PythonNone.NONE)))),
                Saboteur.of(
                        "state-async-error-counts-anybody",
                        "A request for a thread that there is not reports one.",
                        "STATE-011",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.set_async_exc", (nobody, args, original) -> {
                                    original.call(nobody, args);
                                    return 1L;
                                })),
                Saboteur.of(
                        "state-async-error-stays-requested",
                        "A request for nothing does not take back the one before.",
                        "STATE-013",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.set_async_exc",
                                (nobody, args, original) ->
                                        args.isNone("error") ? (Object) 1L : original.call(nobody, args))),
                Saboteur.of(
                        "state-generator-runs-twice",
                        "A generator that runs in one thread can be resumed by another.",
                        "STATE-014",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.generator",
                                (nobody, args, original) -> new Heedless(args.callable("body")))),
                Saboteur.of(
                        "state-modules-are-shared",
                        "What a subinterpreter's thread imports is imported in the main interpreter too.",
                        "STATE-015",
                        (table, interpreter) -> table.wrapMethod(
                                "threadstone.Interpreter", "import_in_thread", (self, args, original) -> {
                                    interpreter.modules().define(args.text("module"), body -> {});
                                    interpreter.modules().importModule(args.text("module"));
                                    return original.call(self, args);
                                })));
    }

    private static void shareLocals(OperationTable table, Interpreter interpreter) {
        var total = new AtomicLong();
        table.wrapFunction("threadstone.count_from", (nobody, args, original) -> {
            total.set(args.integer("start").longValueExact());
            for (long step = args.integer("steps").longValueExact(); step > 0; step--) {
                total.incrementAndGet();
                args.object("gate", Barrier.class).await();
            }
            return total.get();
        });
    }

    private static void refuseDepth(Interpreter interpreter, long wanted) {
        var states = interpreter.threadStates();
        var entered = states.all().stream()
                .map(ThreadState::callStack)
                .mapToLong(calls -> calls.frames().size())
                .sum();
        if (entered + wanted > states.recursionLimit().depth()) {
            throw new RecursionError("maximum recursion depth exceeded");
        }
    }

    /** A generator that does not look who runs it. */
    private record Heedless(PythonCallable body) implements Iterator<Object> {

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Object next() {
            return body.call();
        }
    }
}
