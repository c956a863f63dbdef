package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.FutureSaboteurs.future;
import static dev.threadstone.adapter.reference.saboteur.FutureSaboteurs.hasFinished;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.errors.CancelledError;
import dev.threadstone.reference.errors.InvalidStateError;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.TimeoutError;
import dev.threadstone.reference.futures.Future;
import java.util.List;

/** Saboteurs of {@code concurrent.futures.Future}: what {@code result} and {@code exception} give, and when. */
final class FutureOutcomeSaboteurs {

    private static final List<String> PARTS = List.of("result", "exception");
    private static final PythonLevel TIMEOUT_OF_ITS_OWN = new PythonLevel(3, 10);

    private FutureOutcomeSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                future(
                        "future-result-does-not-wait",
                        "result() of an unfinished future returns None at once.",
                        "FUTURE-004 FUTURE-005 FUTURE-010 FUTURE-015 FUTURE-026 FUTURE-035 FUTURE-036 VISIB-008",
                        (future, interpreter) -> doesNotWait(future, "result")),
                future(
                        "future-exception-does-not-wait",
                        "exception() of an unfinished future returns None at once.",
                        "FUTURE-012 FUTURE-015 FUTURE-026",
                        (future, interpreter) -> doesNotWait(future, "exception")),
                future(
                        "future-result-raises-what-was-returned",
                        "result() raises an exception that the task returned.",
                        "FUTURE-004",
                        (future, interpreter) -> future.wrap("result", (self, args, original) -> {
                            var result = original.call(self, args);
                            if (result instanceof PythonException error) {
                                throw error;
                            }
                            return result;
                        })),
                future(
                        "future-result-once",
                        "The outcome can be asked for once only.",
                        "FUTURE-005 FUTURE-026",
                        (future, interpreter) -> once(future)),
                future(
                        "future-result-copies",
                        "Each call of result() gives a new object.",
                        "FUTURE-004 FUTURE-005 EXEC-034 PATTERN-019",
                        (future, interpreter) -> future.wrap("result", (self, args, original) -> {
                            var result = original.call(self, args);
                            return result instanceof Number || result == PythonNone.NONE ? result : new Object();
                        })),
                future(
                        "future-result-copies-the-exception",
                        "Each call of result() raises a new exception, without the traceback of the first.",
                        "ASCOMP-004 FUTURE-007 FUTURE-010 FUTURE-011 FUTURE-018 FUTURE-026 FUTURE-036 ASYNC-030 EXEC-031",
                        (future, interpreter) -> future.wrap("result", (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (PythonException raised) {
                                throw new PythonException(raised.mro(), raised.getMessage());
                            }
                        })),
                future(
                        "future-drops-false-exceptions",
                        "An exception that is false is overlooked.",
                        "FUTURE-036",
                        (future, interpreter) -> future.wrap("set_exception", (self, args, original) -> {
                            if (args.get("exception") instanceof PythonException error
                                    && error.isInstanceOf("threadstone.FalsyError")) {
                                self.setResult(null);
                                return PythonNone.NONE;
                            }
                            return original.call(self, args);
                        })),
                future(
                        "future-exception-raises",
                        "exception() raises what it should return.",
                        "FUTURE-007 FUTURE-008 FUTURE-012 FUTURE-013 FUTURE-024 FUTURE-026 FUTURE-031 FUTURE-035 FUTURE-036",
                        (future, interpreter) -> future.wrap("exception", (self, args, original) -> {
                            if (original.call(self, args) instanceof PythonException error) {
                                throw error;
                            }
                            return PythonNone.NONE;
                        })),
                future(
                        "future-exception-returns-the-result",
                        "exception() of a task that returned gives the result.",
                        "FUTURE-012 FUTURE-026 EXEC-007",
                        (future, interpreter) -> future.wrap("exception", (self, args, original) -> {
                            var error = original.call(self, args);
                            return error == PythonNone.NONE && self.result(null) != null ? (Object) true : error;
                        })),
                future(
                        "future-timeout-returns-early",
                        "result() and exception() give up after half their timeout.",
                        "FUTURE-006 FUTURE-013",
                        (future, interpreter) -> scale(future, 0.5)),
                future(
                        "future-timeout-overruns",
                        "result() and exception() take twice their timeout.",
                        "FUTURE-006 FUTURE-013 ASYNC-031 ASYNC-034 EXEC-035 EXEC-036",
                        (future, interpreter) -> scale(future, 2)),
                future(
                        "future-timeout-returns-none",
                        "result() and exception() return None when the time is up.",
                        "FUTURE-006 FUTURE-007 FUTURE-008 FUTURE-009 FUTURE-013 ASYNC-031 ASYNC-034 EXEC-035 EXEC-036",
                        (future, interpreter) -> wrapBoth(future, (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (TimeoutError over) {
                                return PythonNone.NONE;
                            }
                        })),
                future(
                        "future-timeout-cancels",
                        "When the time is up the future is failed.",
                        "FUTURE-006 FUTURE-008 FUTURE-013 ASYNC-031 ASYNC-034 EXEC-035",
                        (future, interpreter) -> wrapBoth(future, (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (TimeoutError over) {
                                self.setException(over);
                                throw over;
                            }
                        })),
                future(
                        "future-timed-result-misses-the-end",
                        "A timed result() returns only when its timeout has passed.",
                        "FUTURE-006 ASYNC-030",
                        (future, interpreter) -> future.wrap("result", (self, args, original) -> {
                            if (isTimed(args) && !self.done()) {
                                new Crowd(interpreter).sleep(args.number("timeout"));
                                return original.call(self, args.with("timeout", 0L));
                            }
                            return original.call(self, args);
                        })),
                future(
                        "future-zero-timeout-waits",
                        "result(0) and exception(0) wait without limit.",
                        "FUTURE-007 FUTURE-009",
                        (future, interpreter) -> wrapBoth(
                                future,
                                (self, args, original) -> original.call(
                                        self,
                                        args.get("timeout").equals(0L)
                                                ? args.with("timeout", PythonNone.NONE)
                                                : args))),
                future(
                        "future-zero-timeout-does-not-look",
                        "result(0) and exception(0) always raise TimeoutError.",
                        "FUTURE-007",
                        (future, interpreter) -> wrapBoth(future, (self, args, original) -> {
                            if (args.get("timeout").equals(0L)) {
                                throw new TimeoutError(interpreter.options().python(), null);
                            }
                            return original.call(self, args);
                        })),
                future(
                        "future-negative-timeout-is-refused",
                        "result(-1) and exception(-1) raise ValueError.",
                        "FUTURE-008",
                        (future, interpreter) -> wrapBoth(future, (self, args, original) -> {
                            if (!args.isNone("timeout") && args.number("timeout") < 0) {
                                throw new dev.threadstone.reference.errors.ValueError("timeout must not be negative");
                            }
                            return original.call(self, args);
                        })),
                future(
                        "future-timeout-error-of-its-own",
                        "The TimeoutError of futures is not the built-in one.",
                        "FUTURE-009",
                        (future, interpreter) -> wrapBoth(future, (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (TimeoutError over) {
                                throw new TimeoutError(TIMEOUT_OF_ITS_OWN, null);
                            }
                        })),
                future(
                        "future-cancelled-has-a-result",
                        "The outcome of a cancelled future is None.",
                        "FUTURE-007 FUTURE-014 FUTURE-025 ASYNC-032",
                        (future, interpreter) -> wrapBoth(
                                future,
                                (self, args, original) ->
                                        self.cancelled() ? PythonNone.NONE : original.call(self, args))),
                future(
                        "future-cancel-wakes-nobody",
                        "Who waits for an outcome is not woken by a cancellation.",
                        "FUTURE-015",
                        (future, interpreter) -> wrapBoth(future, (self, args, original) -> {
                            var before = self.cancelled();
                            try {
                                return original.call(self, args);
                            } catch (CancelledError woken) {
                                if (!before) {
                                    new Crowd(interpreter).await();
                                }
                                throw woken;
                            }
                        })),
                future(
                        "future-end-wakes-one",
                        "Of those who wait for an outcome only one is woken.",
                        "FUTURE-005 FUTURE-026",
                        FutureOutcomeSaboteurs::wakeOne),
                Saboteur.of(
                        "future-does-not-publish",
                        "What a thread assigns is seen by others once it has released a lock, not when it ends a future.",
                        "FUTURE-035 VISIB-001 VISIB-002 VISIB-003 VISIB-010 GIL-003 VISIB-005 VISIB-007 "
                                + "VISIB-008 VISIB-011 VISIB-012 VISIB-013",
                        (table, interpreter) -> new StoreBuffers(interpreter)
                                .fill(table)
                                .emptyBy(table, LockSaboteurs.TYPE, "release")
                                .emptyBy(table, RLockSaboteurs.TYPE, "release")
                                .emptyBy(table, ConditionSaboteurs.TYPE, "release")
                                .emptyBy(table, SemaphoreSaboteurs.TYPE, "release")
                                .emptyBy(table, BarrierSaboteurs.TYPE, "wait")));
    }

    private static void wrapBoth(TypeOperations<Future> future, Operation.Wrapper<Future> wrapper) {
        PARTS.forEach(part -> future.wrap(part, wrapper));
    }

    private static void doesNotWait(TypeOperations<Future> future, String part) {
        future.wrap(
                part,
                (self, args, original) ->
                        args.isNone("timeout") && !self.done() ? PythonNone.NONE : original.call(self, args));
    }

    private static void once(TypeOperations<Future> future) {
        var asked = new Marks();
        wrapBoth(future, (self, args, original) -> {
            var outcome = original.call(self, args);
            if (!asked.add(self)) {
                throw new InvalidStateError("the outcome has been asked for");
            }
            return outcome;
        });
    }

    private static void scale(TypeOperations<Future> future, double factor) {
        wrapBoth(
                future,
                (self, args, original) -> original.call(
                        self, isTimed(args) ? args.with("timeout", args.number("timeout") * factor) : args));
    }

    private static void wakeOne(TypeOperations<Future> future, Interpreter interpreter) {
        var woken = new Marks();
        wrapBoth(future, (self, args, original) -> {
            var waits = !self.done();
            var outcome = original.call(self, args);
            if (waits && hasFinished(self) && !woken.add(self)) {
                new Crowd(interpreter).await();
            }
            return outcome;
        });
    }

    private static boolean isTimed(Args args) {
        return !args.isNone("timeout") && args.number("timeout") > 0;
    }
}
