package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.Thread;
import java.util.List;

/** Saboteurs of what tells the two builds apart, and of what the one without a lock guarantees. */
final class BuildSaboteurs {

    private BuildSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                answering("gil-seems-disabled", "sys._is_gil_enabled", false, "CTX-009 FREETHREAD-001"),
                answering(
                        "build-says-nothing",
                        "sysconfig.get_config_var",
                        PythonNone.NONE,
                        "FREETHREAD-001 FREETHREAD-002"),
                answering("any-build-starts", "threadstone.start_python", "True", "FREETHREAD-004"),
                answering("gil-setting-is-ignored", "threadstone.start_python", "False", "FREETHREAD-005"),
                Saboteur.of(
                        "version-hides-the-build",
                        "sys.version says nothing about the build.",
                        "FREETHREAD-003",
                        (table, interpreter) -> table.constant(
                                "sys.version", interpreter.options().python() + ".0")),
                answering(
                        "extension-enables-nothing", "threadstone.import_extension", PythonNone.NONE, "FREETHREAD-006"),
                Saboteur.of(
                        "computing-takes-turns-without-a-lock",
                        "Of two threads that compute without the lock, one waits for the other.",
                        "FREETHREAD-007",
                        BuildSaboteurs::takeTurns),
                Saboteur.of(
                        "append-without-a-lock-is-two-steps",
                        "Without the lock, append() looks for the end of the list, and then stores there.",
                        "FREETHREAD-008 GIL-019 GIL-031 LOGGING-007 NATIVE-008 PATTERN-007 PATTERN-014 PATTERN-018",
                        (table, interpreter) -> table.wrapMethod("list", "append", AtomicitySaboteurs::appendInSteps)),
                Saboteur.of(
                        "thread-starts-with-no-context",
                        "Without the lock, a thread starts with an empty context.",
                        "FREETHREAD-013",
                        (table, interpreter) -> table.on("threading.Thread", Thread.class)
                                .wrapConstructor((nobody, args, original) -> original.call(
                                        nobody,
                                        args.isNone("context")
                                                ? args.with("context", new Context(interpreter))
                                                : args))));
    }

    private static Saboteur answering(String name, String function, Object answer, String requirements) {
        return Saboteur.of(
                name,
                function + "() returns " + answer + ", whatever is the case.",
                requirements,
                (table, interpreter) -> table.wrapFunction(function, (nobody, args, original) -> answer));
    }

    private static void takeTurns(OperationTable table, Interpreter interpreter) {
        var turn = new Lock(interpreter);
        table.wrapFunction("threadstone.compute", (nobody, args, original) -> {
            turn.acquire();
            try {
                return original.call(nobody, args);
            } finally {
                turn.release();
            }
        });
    }
}
