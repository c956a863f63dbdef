package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.threading.Thread;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Busy threads, the lock that they share, and what {@code sys} says of it. */
final class GilOperations {

    private static final double NANOS = 1e9;
    private static final double MICROS = 1e6;
    private static final int GIL_CAN_BE_ABSENT_SINCE = 13;

    private static final String UNDECLARED = "The global interpreter lock (GIL) has been enabled to load an extension "
            + "module, which has not declared that it can run safely without it.";

    private final Interpreter interpreter;
    private final Map<Thread, ThreadState> computing = new ConcurrentHashMap<>();

    private GilOperations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    static void register(OperationTable table, Interpreter interpreter) {
        var operations = new GilOperations(interpreter);
        operations.registerComputing(table);
        operations.registerLock(table);
        operations.registerBuild(table);
    }

    private void registerComputing(OperationTable table) {
        table.function("threadstone.compute", "seconds, /", args -> {
                    computing.put(interpreter.threading().currentThread(), interpreter.current());
                    interpreter.current().compute(duration(args.number("seconds")));
                    return PythonNone.NONE;
                })
                .function("threadstone.keep_gil", "seconds, /", args -> {
                    interpreter.current().computeUnasked(duration(args.number("seconds")));
                    return PythonNone.NONE;
                })
                .function("threadstone.native_computation", "seconds, /", args -> {
                    var seconds = duration(args.number("seconds"));
                    interpreter
                            .current()
                            .waitUntil(
                                    () -> false, NativeCode.WAITING, Deadline.after(interpreter.platform(), seconds));
                    return PythonNone.NONE;
                })
                .function("threadstone.spin", "variable, value, /", args -> {
                    args.object("variable", SharedVariable.class).spinUntil(args.get("value"));
                    return PythonNone.NONE;
                });
    }

    private void registerLock(OperationTable table) {
        var gil = interpreter.gil();
        table.function(
                        "sys.getswitchinterval",
                        "",
                        args -> TimeUnit.NANOSECONDS.toMicros(
                                        gil.switchInterval().toNanos())
                                / MICROS)
                .function("sys.setswitchinterval", "interval, /", args -> {
                    var interval = args.number("interval");
                    if (interval <= 0) {
                        throw new PythonException("ValueError", "switch interval must be strictly positive");
                    }
                    gil.switchInterval(duration(interval));
                    return PythonNone.NONE;
                })
                .function(
                        "threadstone.most_gil_holders",
                        "",
                        args -> gil.occupancy().most())
                .function(
                        "threadstone.gil_hand_overs",
                        "",
                        args -> gil.occupancy().handOvers())
                .function("threadstone.paused_longer", "thread, seconds, /", args -> {
                    var state = computing.get(args.object("thread", Thread.class));
                    return state != null && state.longestPause().compareTo(duration(args.number("seconds"))) > 0;
                });
    }

    private void registerBuild(OperationTable table) {
        table.function("threadstone.start_python", "variable=None, option=None", this::startPython)
                .function("threadstone.import_extension", "", args -> importExtension());
        var python = interpreter.options().python();
        var free = !interpreter.gil().isEnabled();
        table.constant("sys.version", python + ".0" + (free ? " free-threading build" : "") + " (Threadstone)");
        table.function(
                "sysconfig.get_config_var",
                "name, /",
                args -> args.text("name").equals("Py_GIL_DISABLED") && python.atLeast(GIL_CAN_BE_ABSENT_SINCE)
                        ? (Object) (free ? 1L : 0L)
                        : PythonNone.NONE);
    }

    private Object startPython(Args args) {
        return interpreter
                .options()
                .build()
                .startsWithGil((String) args.orNull("variable"), (String) args.orNull("option"))
                .map(enabled -> enabled ? "True" : "False")
                .orElse("refused");
    }

    private Object importExtension() {
        if (!interpreter.gil().isEnabled()) {
            interpreter.gil().enable(interpreter.current());
            interpreter.warnings().warn("RuntimeWarning", UNDECLARED);
        }
        return PythonNone.NONE;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }
}
