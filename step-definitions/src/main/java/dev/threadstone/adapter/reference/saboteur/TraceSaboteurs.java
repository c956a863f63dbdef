package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.Frame;
import dev.threadstone.reference.gil.TraceFunction;
import dev.threadstone.reference.gil.TraceKind;
import dev.threadstone.reference.threading.TraceHook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Saboteurs of trace functions. */
final class TraceSaboteurs {

    private TraceSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "trace-hook-ignored",
                        "threading.settrace() does nothing.",
                        "TRACE-001 TRACE-002 TRACE-004 TRACE-006 TRACE-007",
                        (table, interpreter) ->
                                table.wrapFunction("threading.settrace", (nobody, args, original) -> PythonNone.NONE)),
                Saboteur.of(
                        "trace-hook-affects-caller",
                        "threading.settrace() installs the function in the caller too.",
                        "TRACE-002",
                        (table, interpreter) -> table.wrapFunction("threading.settrace", (nobody, args, original) -> {
                            if (args.get("func") instanceof TraceFunction function) {
                                interpreter.current().traceFunctions().install(TraceKind.TRACE, function);
                            }
                            return original.call(nobody, args);
                        })),
                Saboteur.of(
                        "trace-of-sys-affects-all",
                        "sys.settrace() installs the function in all threads.",
                        "TRACE-003",
                        (table, interpreter) -> table.wrapFunction("sys.settrace", (nobody, args, original) -> {
                            hook(interpreter).setInAllThreads(function(args.get("func")));
                            return PythonNone.NONE;
                        })),
                Saboteur.of(
                        "trace-hook-unreadable",
                        "threading.gettrace() returns None.",
                        "TRACE-004",
                        (table, interpreter) ->
                                table.wrapFunction("threading.gettrace", (nobody, args, original) -> PythonNone.NONE)),
                Saboteur.of(
                        "trace-all-is-only-me",
                        "settrace_all_threads() leaves running threads alone, but for the caller.",
                        "TRACE-005",
                        (table, interpreter) ->
                                table.wrapFunction("threading.settrace_all_threads", (nobody, args, original) -> {
                                    var function = function(args.get("func"));
                                    hook(interpreter).set(function);
                                    interpreter.current().traceFunctions().install(TraceKind.TRACE, function);
                                    return PythonNone.NONE;
                                })),
                Saboteur.of(
                        "trace-raw-threads-too",
                        "Low-level threads get the function of threading.settrace().",
                        "TRACE-006",
                        TraceSaboteurs::traceRawThreads),
                Saboteur.of(
                        "trace-error-is-contagious",
                        "A trace function that fails in one thread is removed from all.",
                        "TRACE-007",
                        TraceSaboteurs::removeEverywhere));
    }

    private static void traceRawThreads(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("_thread.start_new_thread", (nobody, args, original) -> {
            var target = args.callable("function");
            return original.call(
                    nobody, args.with("function", PythonCallable.of(target.name(), (positional, keywords) -> {
                        var current = hook(interpreter).get();
                        interpreter.current().traceFunctions().install(TraceKind.TRACE, current);
                        return target.call(positional, keywords);
                    })));
        });
    }

    private static void removeEverywhere(OperationTable table, Interpreter interpreter) {
        table.wrapFunction(
                "threading.settrace",
                (nobody, args, original) -> original.call(
                        nobody,
                        args.get("func") instanceof TraceFunction function
                                ? args.with("func", new Contagious(function, interpreter))
                                : args));
        for (var getter : List.of("sys.gettrace", "threading.gettrace")) {
            table.wrapFunction(getter, (nobody, args, original) -> {
                var found = original.call(nobody, args);
                return found instanceof Contagious contagious ? contagious.function() : found;
            });
        }
    }

    /** A trace function whose failure is felt in every thread. */
    private record Contagious(TraceFunction function, Interpreter interpreter) implements TraceFunction {

        @Override
        public void tell(Event event, Frame frame) {
            try {
                function.tell(event, frame);
            } catch (RuntimeException failed) {
                interpreter
                        .threadStates()
                        .all()
                        .forEach(state -> state.traceFunctions().install(TraceKind.TRACE, null));
                throw failed;
            }
        }
    }

    private static TraceHook hook(Interpreter interpreter) {
        return interpreter.threading().traceHook();
    }

    private static @Nullable TraceFunction function(Object value) {
        return value instanceof TraceFunction function ? function : null;
    }
}
