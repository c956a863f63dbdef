package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Saboteurs of what the threads of a process share, and of what processes and interpreters do not. */
final class ProcessSaboteurs {

    private static final int GOOD_COPIES = 20;

    private ProcessSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "list-is-changed-for-main-only",
                        "What a worker appends to a list is lost.",
                        "ASYNC-008 ASYNC-016 ASYNC-023 DEADLOCK-024 DEADLOCK-027 EXC-004 EXC-005 FINAL-004 "
                                + "LOWLEVEL-004 NATIVE-008 PATTERN-001 PATTERN-003 PATTERN-004 PATTERN-005 PATTERN-007 "
                                + "PATTERN-009 PATTERN-014 PATTERN-015 PATTERN-017 PATTERN-018 PATTERN-027 PATTERN-028 "
                                + "PATTERN-035 PATTERN-036 PROCESS-001 FREETHREAD-010 GIL-019 GIL-021 GIL-022 GIL-028 "
                                + "GIL-030 GIL-031 LOGGING-003 LOGGING-007 OWN-005",
                        (table, interpreter) -> table.wrapMethod(
                                "list",
                                "append",
                                (self, args, original) ->
                                        interpreter.current().isMain() ? original.call(self, args) : PythonNone.NONE)),
                Saboteur.of(
                        "working-directory-of-thread",
                        "os.chdir() of a worker does not change the directory of the main thread.",
                        "PROCESS-002",
                        (table, interpreter) -> table.wrapFunction(
                                "os.chdir",
                                (nobody, args, original) ->
                                        interpreter.current().isMain()
                                                ? original.call(nobody, args)
                                                : PythonNone.NONE)),
                Saboteur.of(
                        "pipe-is-closed-for-its-opener-only",
                        "A worker that closes a pipe of the main thread does not close it.",
                        "PROCESS-003",
                        (table, interpreter) -> table.wrapMethod(
                                "threadstone.Pipe",
                                "close",
                                (self, args, original) ->
                                        interpreter.current().isMain() ? original.call(self, args) : PythonNone.NONE)),
                Saboteur.of(
                        "list-wears-out",
                        "A list that has been copied twenty times looks empty.",
                        "PROCESS-004",
                        ProcessSaboteurs::wearOut),
                Saboteur.of(
                        "child-shares-memory",
                        "A child process appends to the parent's list.",
                        "PROCESS-005",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.append_in_child", (nobody, args, original) -> {
                                    var items = original.call(nobody, args);
                                    appendTo(args.get("items"), args.get("value"));
                                    return items;
                                })),
                Saboteur.of(
                        "child-shares-the-lock",
                        "Native code of a child process keeps the parent's lock.",
                        "PROCESS-006",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.compute_natively_in_child", (nobody, args, original) -> {
                                    new Crowd(interpreter).freeze();
                                    return PythonNone.NONE;
                                })),
                Saboteur.of(
                        "interpreters-share-the-lock",
                        "Native code of a subinterpreter keeps the lock of the main interpreter.",
                        "PROCESS-007",
                        (table, interpreter) -> table.wrapMethod(
                                "threadstone.Interpreter", "compute_natively", (self, args, original) -> {
                                    new Crowd(interpreter).freeze();
                                    return PythonNone.NONE;
                                })),
                Saboteur.of(
                        "parent-dies-with-child",
                        "The death of a child process by a signal ends the parent too.",
                        "PROCESS-008",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.kill_child", (nobody, args, original) -> {
                                    var status = original.call(nobody, args);
                                    interpreter.exitNow(((Long) status).intValue());
                                    return status;
                                })),
                Saboteur.of(
                        "fork-copies-all-threads",
                        "The threads of the parent run on in a forked child.",
                        "PROCESS-009 PROCESS-011",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.in_child",
                                (nobody, args, original) ->
                                        args.callable("function").call(List.of(), Map.of()))),
                Saboteur.of(
                        "fork-waits-for-lost-threads",
                        "In a forked child a thread of the parent can be waited for.",
                        "PROCESS-010",
                        ProcessSaboteurs::waitForLost),
                Saboteur.of(
                        "fork-does-not-warn",
                        "A fork with several threads issues no warning.",
                        "PROCESS-011",
                        (table, interpreter) -> table.wrapFunction("threadstone.in_child", (nobody, args, original) -> {
                            var result = original.call(nobody, args);
                            interpreter.warnings().clear();
                            return result;
                        })));
    }

    private static void wearOut(OperationTable table, Interpreter interpreter) {
        var copies = new AtomicInteger();
        table.wrapMethod(
                "list",
                "copy",
                (self, args, original) ->
                        copies.incrementAndGet() > GOOD_COPIES ? new ArrayList<>() : original.call(self, args));
    }

    @SuppressWarnings("unchecked") // Python's list holds anything
    private static void appendTo(Object list, Object value) {
        ((List<Object>) list).add(value);
    }

    private static void waitForLost(OperationTable table, Interpreter interpreter) {
        var nobodyEnds = new Crowd(interpreter);
        table.wrapFunction("threadstone.join_in_child", (nobody, args, original) -> {
            nobodyEnds.await();
            return original.call(nobody, args);
        });
    }
}
