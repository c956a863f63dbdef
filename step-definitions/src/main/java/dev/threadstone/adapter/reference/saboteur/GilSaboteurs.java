package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Thread;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Saboteurs of the lock itself: who runs under it, who gets a turn, and the switch interval. */
final class GilSaboteurs {

    private static final double NANOS = 1e9;
    private static final Duration FOR_EVER = Duration.ofHours(24);

    private GilSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "gil-is-not-needed-to-compute",
                        "A thread computes without the lock.",
                        "GIL-001 GIL-002 GIL-008 GIL-009 GIL-010 GIL-020",
                        (table, interpreter) -> table.wrapFunction("threadstone.compute", (nobody, args, original) -> {
                            new Crowd(interpreter).sleep(args.number("seconds"));
                            return PythonNone.NONE;
                        })),
                Saboteur.of(
                        "gil-is-given-away-by-native-code",
                        "Native code that keeps the lock lets others run.",
                        "GIL-002",
                        (table, interpreter) -> table.wrapFunction("threadstone.keep_gil", (nobody, args, original) -> {
                            new Crowd(interpreter).sleep(args.number("seconds"));
                            return PythonNone.NONE;
                        })),
                Saboteur.of(
                        "gil-is-kept-while-computing",
                        "A thread that computes is not preempted.",
                        "GIL-001 GIL-002 GIL-003 GIL-009 GIL-010 GIL-012",
                        (table, interpreter) -> keepLock(table, interpreter, "threadstone.compute")),
                Saboteur.of(
                        "gil-is-kept-while-spinning",
                        "A thread that spins is not preempted.",
                        "DAEMON-008 GIL-003 GIL-004 PROCESS-008 SIGNAL-005 SIGNAL-009 VISIB-013",
                        (table, interpreter) -> table.wrapFunction("threadstone.spin", (nobody, args, original) -> {
                            interpreter.current().computeUnasked(FOR_EVER);
                            return PythonNone.NONE;
                        })),
                Saboteur.of(
                        "gil-is-kept-in-io",
                        "Blocking I/O keeps the lock.",
                        "GIL-019",
                        (table, interpreter) -> keepLock(table, interpreter, "threadstone.blocking_io")),
                Saboteur.of(
                        "gil-is-kept-in-native-computations",
                        "A native computation keeps the lock although it needs no objects.",
                        "GIL-018",
                        (table, interpreter) -> keepLock(table, interpreter, "threadstone.native_computation")),
                Saboteur.of(
                        "gil-is-kept-in-sleep",
                        "time.sleep() keeps the lock.",
                        "DAEMON-008 GIL-008 GIL-009 GIL-013 SHUTDOWN-024 SIGNAL-007 SIGNAL-008 SIGNAL-009 "
                                + "SIGNAL-015 SIGNAL-020 SIGNAL-025 STATE-012",
                        (table, interpreter) -> keepLock(table, interpreter, "time.sleep")),
                waiting("pipe-read", "threadstone.BytePipe", "read", "GIL-015"),
                waiting("pipe-write", "threadstone.BytePipe", "write", "GIL-015"),
                waiting("accept", "threadstone.Connection", "accept", "GIL-016"),
                waiting("receive", "threadstone.Connection", "receive", "GIL-016"),
                waiting("select", "threadstone.Connection", "select", "GIL-016"),
                waiting("wait-for-child", "threadstone.Child", "wait", "GIL-017"),
                Saboteur.of(
                        "gil-is-kept-in-join",
                        "A thread that joins another keeps the lock, unless it is the main thread.",
                        "GIL-014 IMPORT-008 PATTERN-015 SHUTDOWN-004 THREAD-035 THREAD-036 THREAD-038 " + "VISIB-002",
                        (table, interpreter) -> table.wrapMethod("threading.Thread", "join", (self, args, original) -> {
                            if (!interpreter.current().isMain() && ((Thread) self).isAlive()) {
                                interpreter.current().computeUnasked(FOR_EVER);
                            }
                            return original.call(self, args);
                        })),
                Saboteur.of(
                        "switch-interval-stays",
                        "sys.setswitchinterval() changes nothing.",
                        "GIL-005 GIL-007 GIL-008 GIL-009",
                        (table, interpreter) -> table.wrapFunction(
                                "sys.setswitchinterval",
                                (nobody, args, original) ->
                                        isPositive(args) ? PythonNone.NONE : original.call(nobody, args))),
                Saboteur.of(
                        "switch-interval-may-be-zero",
                        "sys.setswitchinterval() ignores what is not positive instead of refusing it.",
                        "GIL-007",
                        (table, interpreter) -> table.wrapFunction(
                                "sys.setswitchinterval",
                                (nobody, args, original) ->
                                        isPositive(args) ? original.call(nobody, args) : PythonNone.NONE)),
                Saboteur.of(
                        "switch-interval-is-rounded",
                        "sys.getswitchinterval() gives whole seconds.",
                        "GIL-005 GIL-006 GIL-007 GIL-008",
                        (table, interpreter) -> table.wrapFunction(
                                "sys.getswitchinterval",
                                (nobody, args, original) -> Math.rint((Double) original.call(nobody, args)))),
                Saboteur.of(
                        "switch-interval-of-a-thread",
                        "Each thread has a switch interval of its own.",
                        "GIL-008 GIL-009",
                        GilSaboteurs::giveEachThreadItsOwn));
    }

    private static Saboteur waiting(String name, String type, String method, String requirements) {
        return Saboteur.of(
                "gil-is-kept-in-" + name,
                "A thread that waits in " + method + "() of a " + type + " keeps the lock.",
                requirements,
                (table, interpreter) -> table.wrapMethod(type, method, (self, args, original) -> {
                    interpreter.current().computeUnasked(FOR_EVER);
                    return original.call(self, args);
                }));
    }

    private static void keepLock(OperationTable table, Interpreter interpreter, String function) {
        table.wrapFunction(function, (nobody, args, original) -> {
            var nanos = (long) (Math.max(0, args.number("seconds")) * NANOS);
            interpreter.current().computeUnasked(Duration.ofNanos(nanos));
            return PythonNone.NONE;
        });
    }

    private static boolean isPositive(Args args) {
        return args.get("interval") instanceof Number && args.number("interval") > 0;
    }

    private static void giveEachThreadItsOwn(OperationTable table, Interpreter interpreter) {
        Map<Object, Object> intervals = new HashMap<>();
        table.wrapFunction("sys.setswitchinterval", (nobody, args, original) -> {
            if (isPositive(args)) {
                intervals.put(interpreter.current(), args.number("interval"));
                return PythonNone.NONE;
            }
            return original.call(nobody, args);
        });
        table.wrapFunction("sys.getswitchinterval", (nobody, args, original) -> {
            var own = intervals.get(interpreter.current());
            return own == null ? original.call(nobody, args) : own;
        });
    }
}
