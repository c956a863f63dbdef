package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.ThreadSaboteurs.thread;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Saboteurs of {@code threading.Thread}: what the constructor takes and what the target gets. */
final class TargetSaboteurs {

    private TargetSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                constructing(
                        "thread-args-reversed",
                        "The target gets its positional arguments in reverse order.",
                        "THREAD-005 THREAD-008",
                        args -> {
                            var items = new ArrayList<>(args.items("args"));
                            Collections.reverse(items);
                            return args.with("args", new PythonTuple(items));
                        }),
                constructing(
                        "thread-args-dropped",
                        "The target gets no positional arguments.",
                        "THREAD-005 THREAD-008 THREAD-009 THREAD-012 THREAD-014 THREAD-021 CTX-012 CTX-025 "
                                + "PATTERN-036",
                        args -> args.with("args", PythonTuple.EMPTY)),
                constructing(
                        "thread-kwargs-dropped",
                        "The target gets no keyword arguments.",
                        "THREAD-006 THREAD-009 THREAD-014",
                        args -> args.with("kwargs", PythonNone.NONE)),
                thread(
                        "thread-passes-itself",
                        "A target without arguments gets the thread object.",
                        "THREAD-007 DEBUG-001 DEBUG-003 DEBUG-004 DEBUG-006 DEBUG-007 DEBUG-009 DEBUG-010 "
                                + "OWN-001 OWN-005 PATTERN-001 PATTERN-002 PATTERN-003 PATTERN-004 PATTERN-005 "
                                + "PATTERN-006 PATTERN-007 PATTERN-008 PATTERN-009 PATTERN-010 PATTERN-011 PATTERN-012 "
                                + "PATTERN-013 PATTERN-014 PATTERN-015 PATTERN-016 PATTERN-017 PATTERN-021 PATTERN-022 "
                                + "PATTERN-023 PATTERN-032 PATTERN-033 PATTERN-034 PATTERN-035 PATTERN-036 PATTERN-039",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) -> {
                            var without = args.items("args").isEmpty() && args.isNone("kwargs");
                            return original.call(nobody, without ? args.with("args", PythonTuple.of("itself")) : args);
                        })),
                constructing("thread-args-must-be-tuple", "A list is refused as args.", "THREAD-008", args -> {
                    if (args.get("args") instanceof List) {
                        throw PythonException.typeError("args must be a tuple");
                    }
                    return args;
                }),
                constructing(
                        "thread-copies-args",
                        "The target gets copies of objects.",
                        "THREAD-009 THREAD-021 CTX-012 CTX-025",
                        args -> args.with(
                                "args",
                                new PythonTuple(args.items("args").stream()
                                        .map(TargetSaboteurs::copy)
                                        .toList()))),
                constructing(
                        "thread-needs-target",
                        "A thread without a target fails when it runs.",
                        "THREAD-010",
                        args -> args.isNone("target") ? args.with("target", "nothing") : args),
                constructing(
                        "thread-skips-falsy-target",
                        "A target that is false is not called.",
                        "THREAD-011",
                        args -> args.get("target") instanceof PythonCallable target && !target.isTrue()
                                ? args.with("target", PythonNone.NONE)
                                : args),
                constructing(
                        "thread-group-accepted",
                        "Any group is accepted.",
                        "THREAD-013",
                        args -> args.with("group", PythonNone.NONE)),
                thread(
                        "thread-daemon-is-positional",
                        "daemon is accepted as sixth positional argument.",
                        "THREAD-014",
                        (thread, interpreter) -> thread.resignConstructor(
                                "group=None, target=None, name=None, args=(), kwargs=None, daemon=None, *, context=None")));
    }

    private static Saboteur constructing(String name, String breaks, String requirements, UnaryOperator<Args> change) {
        return thread(
                name,
                breaks,
                requirements,
                (thread, interpreter) ->
                        thread.wrapConstructor((nobody, args, original) -> original.call(nobody, change.apply(args))));
    }

    private static Object copy(Object item) {
        return item instanceof Number || item instanceof String || item instanceof Boolean ? item : Map.of();
    }
}
