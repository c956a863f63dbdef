package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.errors.InvalidStateError;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.futures.Future;
import java.util.List;

/** Saboteurs of {@code concurrent.futures.Future}: its states, and cancelling. */
final class FutureSaboteurs {

    static final String TYPE = "concurrent.futures.Future";

    private static final String START = "set_running_or_notify_cancel";

    private FutureSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                future(
                        "future-pending-is-running",
                        "running() is True until the future is done.",
                        "ASCOMP-009 FUTURE-001 EXEC-004",
                        (future, interpreter) -> future.wrap("running", (self, args, original) -> !self.done())),
                future(
                        "future-never-running",
                        "running() is always False.",
                        "ASCOMP-003 FUTURE-001 FUTURE-002 FUTURE-006 FUTURE-017 FUTURE-021 EXEC-004",
                        (future, interpreter) -> future.wrap("running", (self, args, original) -> false)),
                future(
                        "future-running-is-done",
                        "done() is True as soon as the task runs.",
                        "FUTURE-002 EXEC-004",
                        (future, interpreter) ->
                                future.wrap("done", (self, args, original) -> self.done() || self.running())),
                future(
                        "future-runs-for-ever",
                        "running() stays True when the task has ended.",
                        "FUTURE-003",
                        (future, interpreter) ->
                                future.wrap("running", (self, args, original) -> self.running() || hasFinished(self))),
                future(
                        "future-start-returns-none",
                        "set_running_or_notify_cancel() returns None for a pending future.",
                        "FUTURE-021",
                        (future, interpreter) -> future.wrap(START, (self, args, original) -> {
                            var runs = original.call(self, args);
                            return runs.equals(true) ? PythonNone.NONE : runs;
                        })),
                future(
                        "future-start-is-forgotten",
                        "set_running_or_notify_cancel() leaves a pending future pending.",
                        "ASCOMP-003 FUTURE-002 FUTURE-006 FUTURE-017 FUTURE-021 FUTURE-023 FUTURE-038",
                        (future, interpreter) -> future.wrap(
                                START,
                                (self, args, original) -> isPending(self) ? (Object) true : original.call(self, args))),
                future(
                        "future-starts-twice",
                        "set_running_or_notify_cancel() may be repeated.",
                        "FUTURE-023",
                        (future, interpreter) -> future.wrap(START, (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (RuntimeError repeated) {
                                return !self.cancelled();
                            }
                        })),
                future(
                        "future-second-outcome-is-ignored",
                        "set_result() and set_exception() of a finished future do nothing.",
                        "FUTURE-024",
                        (future, interpreter) -> forgive(future, false)),
                future(
                        "future-cancelled-outcome-is-ignored",
                        "set_result() and set_exception() of a cancelled future do nothing.",
                        "FUTURE-025",
                        (future, interpreter) -> forgive(future, true)),
                future(
                        "future-cancel-returns-none",
                        "cancel() returns None where it cancels.",
                        "FUTURE-015 FUTURE-016 FUTURE-019 FUTURE-020 FUTURE-023 ASYNC-031 EXEC-038",
                        (future, interpreter) -> future.wrap("cancel", (self, args, original) -> {
                            var cancelled = original.call(self, args);
                            return cancelled.equals(true) ? PythonNone.NONE : cancelled;
                        })),
                future(
                        "future-cancel-is-forgotten",
                        "cancel() returns True and does nothing.",
                        "ASCOMP-004 FUTURE-007 FUTURE-014 FUTURE-015 FUTURE-016 FUTURE-019 FUTURE-020 FUTURE-022 FUTURE-023 FUTURE-025 FUTURE-027 FUTURE-029 FUTURE-030 FUTURE-038 WAIT-002 WAIT-003 WAIT-005 WAIT-011 ASYNC-031 EXEC-038",
                        (future, interpreter) ->
                                future.wrap("cancel", (self, args, original) -> !self.running() && !hasFinished(self))),
                future(
                        "future-running-can-be-cancelled",
                        "cancel() returns True for a running future.",
                        "FUTURE-017 FUTURE-021 FUTURE-023",
                        (future, interpreter) -> future.wrap(
                                "cancel",
                                (self, args, original) -> self.running() ? (Object) true : original.call(self, args))),
                future(
                        "future-finished-can-be-cancelled",
                        "cancel() returns True for a finished future.",
                        "FUTURE-003 FUTURE-018 FUTURE-023",
                        (future, interpreter) -> future.wrap(
                                "cancel",
                                (self, args, original) ->
                                        hasFinished(self) ? (Object) true : original.call(self, args))),
                future(
                        "future-cancelled-once",
                        "cancel() returns False for a cancelled future.",
                        "FUTURE-019 FUTURE-023",
                        (future, interpreter) -> future.wrap(
                                "cancel",
                                (self, args, original) -> !self.cancelled() && (boolean) original.call(self, args))),
                future(
                        "future-cancelled-runs",
                        "set_running_or_notify_cancel() returns True for a cancelled future.",
                        "FUTURE-016 FUTURE-019 FUTURE-020 FUTURE-022 FUTURE-027",
                        (future, interpreter) -> future.wrap(START, (self, args, original) -> {
                            original.call(self, args);
                            return true;
                        })),
                future(
                        "future-cancellation-is-not-announced",
                        "set_running_or_notify_cancel() of a cancelled future releases nobody.",
                        "ASCOMP-004 FUTURE-022 FUTURE-023 WAIT-002 WAIT-003 WAIT-005 WAIT-011",
                        (future, interpreter) -> future.wrap(
                                START,
                                (self, args, original) ->
                                        self.cancelled() ? (Object) false : original.call(self, args))),
                Saboteur.of(
                        "future-errors-are-no-exceptions",
                        "CancelledError and InvalidStateError of futures are those of asyncio.",
                        "FUTURE-037",
                        (table, interpreter) -> alias(table)),
                future(
                        "future-repr-is-bare",
                        "repr() shows neither state nor outcome.",
                        "FUTURE-038",
                        (future, interpreter) -> future.wrap("__repr__", (self, args, original) -> "<Future>")));
    }

    static Saboteur future(String name, String breaks, String requirements, Saboteur.TypePatch<Future> patch) {
        return Saboteur.on(TYPE, Future.class, name, breaks, requirements, patch);
    }

    static boolean hasFinished(Future future) {
        return future.done() && !future.cancelled();
    }

    private static boolean isPending(Future future) {
        return !future.done() && !future.running();
    }

    private static void forgive(TypeOperations<Future> future, boolean cancelled) {
        for (var setter : List.of("set_result", "set_exception")) {
            future.wrap(setter, (self, args, original) -> ignoring(self, args, original, cancelled));
        }
    }

    private static Object ignoring(Future self, Args args, Operation.Body<Future> original, boolean cancelled)
            throws Exception {
        try {
            return original.call(self, args);
        } catch (InvalidStateError late) {
            if (self.cancelled() == cancelled) {
                return PythonNone.NONE;
            }
            throw late;
        }
    }

    private static void alias(OperationTable table) {
        table.errorAlias("concurrent.futures.CancelledError", "asyncio.CancelledError")
                .errorAlias("concurrent.futures.InvalidStateError", "asyncio.CancelledError");
    }
}
