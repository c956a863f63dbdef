package dev.threadstone.adapter.jvm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements as functions of the module {@code threadstone}: what a scenario cannot say with a call alone. */
final class StatementFunctions {

    private StatementFunctions() {}

    static void register(OperationTable table, Tracebacks tracebacks) {
        table.action("threadstone.try_finally", "body, clean_up", StatementFunctions::tryFinally)
                .function("threadstone.caught", "body", StatementFunctions::caught)
                .function("threadstone.throw", "error", args -> {
                    throw error(args);
                })
                .function("threadstone.tasks_in", "trace", args -> tracebacks.of(error(args.get("trace"))))
                .action("threadstone.interleave", "*tasks", StatementFunctions::interleave);
    }

    private static void tryFinally(Args args) {
        try {
            args.callable("body").call();
        } finally {
            args.callable("clean_up").call();
        }
    }

    private static Object caught(Args args) {
        try {
            args.callable("body").call();
            return PythonNone.NONE;
        } catch (RuntimeException raised) {
            return raised;
        }
    }

    /** The error to be raised; a type stands for a new one. */
    private static RuntimeException error(Args args) {
        return args.get("error") instanceof TypeObject type
                ? new PythonException(type.name(), List.of())
                : args.object("error", RuntimeException.class);
    }

    private static Throwable error(@Nullable Object trace) {
        if (trace instanceof TracebackObject traceback) {
            return traceback.error();
        }
        if (trace instanceof Throwable error) {
            return error;
        }
        throw PythonException.typeError("a traceback or an error is needed, not " + trace);
    }

    /** Coroutines that take turns on the calling thread; each runs its task, waits, and runs it again. */
    private static void interleave(Args args) {
        var turns = List.of(1, 2);
        turns.forEach(turn -> args.items("tasks").forEach(task -> ((PythonCallable) task).call()));
    }
}
