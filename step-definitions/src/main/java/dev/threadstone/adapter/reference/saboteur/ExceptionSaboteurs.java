package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.SystemExit;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of errors that escape a thread: who is hit by them, and what runs before. */
final class ExceptionSaboteurs {

    private ExceptionSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "thread-error-ends-process",
                        "An error that escapes a thread ends the process with status 1.",
                        "EXC-001 EXC-002 EXC-003 EXC-004 EXC-005 EXC-006 EXC-007 EXC-009 EXC-010 EXC-011 EXC-014 EXC-017 IDENT-009 PATTERN-017 PATTERN-021",
                        (table, interpreter) -> Failures.on(table, escaped -> {
                            if (!Failures.isExit(escaped)) {
                                interpreter.exitNow(1);
                            }
                        })),
                Saboteur.of(
                        "thread-exit-ends-process",
                        "sys.exit in a thread ends the process with its status.",
                        "EXC-003 EXC-012 EXC-014 IDENT-009",
                        (table, interpreter) -> Failures.on(table, escaped -> {
                            if (escaped instanceof SystemExit exit) {
                                interpreter.exitNow(exit.status());
                            }
                        })),
                Saboteur.of(
                        "thread-exit-is-reported",
                        "SystemExit in a thread is reported on the error stream.",
                        "EXC-012 IDENT-009",
                        (table, interpreter) -> Failures.on(table, escaped -> {
                            if (Failures.isExit(escaped)) {
                                interpreter.stderr().write(escaped.traceback());
                            }
                        })),
                Saboteur.of(
                        "join-raises-error",
                        "join() raises the error that the thread died of.",
                        "EXC-002 EXC-003 EXC-007 EXC-014 EXC-017 IDENT-009 PATTERN-021",
                        ExceptionSaboteurs::raiseInJoin),
                Saboteur.of(
                        "finally-is-skipped",
                        "finally clauses do not run when an error passes.",
                        "EXC-014 FINAL-006",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.try_finally", (nobody, args, original) -> {
                                    args.callable("body").call();
                                    return original.call(nobody, args.with("body", args.get("clean_up")));
                                })),
                Saboteur.of(
                        "except-is-skipped",
                        "except clauses do not run when an error passes.",
                        "EXC-014 EXC-016 STATE-003 STATE-004",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.try_except",
                                (nobody, args, original) ->
                                        args.callable("body").call())),
                Saboteur.of(
                        "stored-error-forgets-its-origin",
                        "An error that was stored has no frames.",
                        "EXC-015",
                        (table, interpreter) -> table.wrapFunction("threadstone.throw", (nobody, args, original) -> {
                            forgetFrames(table);
                            return original.call(nobody, args);
                        })),
                Saboteur.of(
                        "exception-state-is-inherited",
                        "A bare raise in a new thread raises what its creator is handling.",
                        "EXC-016",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.raise_again", (nobody, args, original) -> {
                                    try {
                                        return original.call(nobody, args);
                                    } catch (RuntimeError nothing) {
                                        throw new PythonException("ValueError", "of another thread");
                                    }
                                })));
    }

    private static void forgetFrames(OperationTable table) {
        table.function("threadstone.tasks_in", "trace", args -> new ArrayList<>());
    }

    private static void raiseInJoin(OperationTable table, Interpreter interpreter) {
        Map<Object, RuntimeException> errors = new WeakHashMap<>();
        Failures.on(table, escaped -> errors.put(interpreter.threading().currentThread(), escaped));
        table.on(ThreadSaboteurs.TYPE, Thread.class).wrap("join", (self, args, original) -> {
            original.call(self, args);
            var error = errors.get(self);
            if (error != null && !error.getClass().equals(SystemExit.class)) {
                throw error;
            }
            return PythonNone.NONE;
        });
    }
}
