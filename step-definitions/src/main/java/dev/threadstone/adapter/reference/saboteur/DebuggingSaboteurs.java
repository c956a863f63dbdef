package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Saboteurs of {@code faulthandler}. */
final class DebuggingSaboteurs {

    private static final String DUMPS = "threadstone.ThreadDumps";

    private DebuggingSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                changed(
                        "dump-shows-caller-alone",
                        "A dump shows the thread that asked for it and no other.",
                        "DEBUG-001 DEBUG-003 DEBUG-004 DEBUG-009",
                        "dump_traceback",
                        args -> args.with("all_threads", false)),
                changed(
                        "dump-always-shows-all",
                        "A dump shows all threads, whatever was asked for.",
                        "DEBUG-002",
                        "dump_traceback",
                        args -> args.with("all_threads", true)),
                ignored(
                        "delayed-dump-never-comes",
                        "dump_traceback_later does nothing.",
                        "DEBUG-004 DEBUG-005",
                        "dump_traceback_later"),
                changed(
                        "delayed-dump-comes-once",
                        "A repeated delayed dump comes once.",
                        "DEBUG-004",
                        "dump_traceback_later",
                        args -> args.with("repeat", false)),
                changed(
                        "delayed-dump-does-not-exit",
                        "A delayed dump lets the program go on although it is to end it.",
                        "DEBUG-005",
                        "dump_traceback_later",
                        args -> args.with("exit", false)),
                ignored(
                        "delayed-dump-cannot-be-cancelled",
                        "cancel_dump_traceback_later does nothing.",
                        "DEBUG-004",
                        "cancel_dump_traceback_later"),
                ignored("dump-signal-is-not-registered", "register does nothing.", "DEBUG-006", "register"),
                ignored("dump-signal-stays-registered", "unregister says nothing.", "DEBUG-006", "unregister"),
                ignored("fault-is-not-dumped", "enable does nothing.", "DEBUG-007", "enable"),
                Saboteur.of(
                        "dump-is-upside-down",
                        "A dump lists the oldest call first.",
                        "DEBUG-001 DEBUG-003 DEBUG-004 DEBUG-006",
                        (table, interpreter) -> table.wrapMethod(DUMPS, "functions_of", (self, args, original) -> {
                            var functions = new ArrayList<Object>((List<?>) original.call(self, args));
                            Collections.reverse(functions);
                            return functions;
                        })),
                Saboteur.of(
                        "dump-has-other-identifiers",
                        "A dump numbers threads in its own way.",
                        "DEBUG-009",
                        (table, interpreter) ->
                                table.wrapMethod(DUMPS, "shows", (self, args, original) -> (Object) false)));
    }

    private static Saboteur changed(
            String name, String breaks, String requirements, String function, UnaryOperator<Args> change) {
        return Saboteur.of(
                name,
                breaks,
                requirements,
                (table, interpreter) -> table.wrapFunction(
                        "faulthandler." + function,
                        (nobody, args, original) -> original.call(nobody, change.apply(args))));
    }

    private static Saboteur ignored(String name, String breaks, String requirements, String function) {
        return Saboteur.of(
                name,
                breaks,
                requirements,
                (table, interpreter) ->
                        table.wrapFunction("faulthandler." + function, (nobody, args, original) -> PythonNone.NONE));
    }
}
