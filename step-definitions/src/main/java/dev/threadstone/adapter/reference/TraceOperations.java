package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.TraceFunction;
import dev.threadstone.reference.gil.TraceKind;
import dev.threadstone.reference.threading.TraceHook;
import org.jspecify.annotations.Nullable;

/** Trace and profile functions, of {@code sys} and of {@code threading}. */
final class TraceOperations {

    private static final int GETTERS_SINCE = 10;
    private static final int ALL_THREADS_SINCE = 12;

    private TraceOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        Tracer.register(table, interpreter);
        register(
                table,
                interpreter,
                "trace",
                TraceKind.TRACE,
                interpreter.threading().traceHook());
        register(
                table,
                interpreter,
                "profile",
                TraceKind.PROFILE,
                interpreter.threading().profileHook());
    }

    private static void register(
            OperationTable table, Interpreter interpreter, String name, TraceKind kind, TraceHook hook) {
        table.function("sys.set" + name, "func, /", args -> {
                    interpreter.current().traceFunctions().install(kind, function(args));
                    return PythonNone.NONE;
                })
                .function(
                        "sys.get" + name,
                        "",
                        args -> orNone(interpreter.current().traceFunctions().get(kind)))
                .function("threading.set" + name, "func", args -> {
                    hook.set(function(args));
                    return PythonNone.NONE;
                });
        if (interpreter.options().python().atLeast(GETTERS_SINCE)) {
            table.function("threading.get" + name, "", args -> orNone(hook.get()));
        }
        if (interpreter.options().python().atLeast(ALL_THREADS_SINCE)) {
            table.function("threading.set" + name + "_all_threads", "func", args -> {
                hook.setInAllThreads(function(args));
                return PythonNone.NONE;
            });
        }
    }

    private static @Nullable TraceFunction function(Args args) {
        if (args.isNone("func")) {
            return null;
        }
        if (args.get("func") instanceof TraceFunction function) {
            return function;
        }
        throw PythonException.typeError("the reference traces with threadstone.Tracer objects only");
    }

    private static Object orNone(@Nullable TraceFunction function) {
        return function == null ? PythonNone.NONE : function;
    }
}
