package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.IssuedWarning;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scenarios use of {@code time}, {@code sys}, {@code atexit} and {@code warnings}. */
final class SystemOperations {

    private static final double NANOS = 1e9;

    private SystemOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.function("time.sleep", "seconds, /", args -> sleep(interpreter, args.number("seconds")))
                .variable("threadstone.warnings", () -> categories(interpreter), ignored -> {})
                .function("time.monotonic", "", args -> interpreter.platform().nowNanos() / NANOS)
                .function("sys.stdout.write", "text, /", args -> {
                    interpreter.stdout().write(args.text("text"));
                    return (long) args.text("text").length();
                })
                .function("sys.stderr.write", "text, /", args -> {
                    interpreter.stderr().write(args.text("text"));
                    return (long) args.text("text").length();
                })
                .function("sys._is_gil_enabled", "", args -> interpreter.gil().isEnabled())
                .function("sys.exit", "code=None, /", args -> {
                    throw new PythonException(
                            "SystemExit", args.isNone("code") ? List.of() : List.of(args.get("code")));
                })
                .function("atexit.register", "function, *args, **kwargs", args -> {
                    interpreter
                            .exitCallbacks()
                            .register(
                                    new ReferenceCallable(args.callable("function")),
                                    args.items("args"),
                                    args.entries("kwargs"));
                    return args.get("function");
                });
    }

    /** The categories of the warnings so far. */
    private static List<Object> categories(Interpreter interpreter) {
        return interpreter.warnings().issued().stream()
                .<Object>map(IssuedWarning::category)
                .toList();
    }

    private static Object sleep(Interpreter interpreter, double seconds) {
        if (seconds < 0) {
            throw new PythonException("ValueError", "sleep length must be non-negative");
        }
        var deadline = Deadline.after(interpreter.platform(), Duration.ofNanos((long) (seconds * NANOS)));
        interpreter.current().waitUntil(() -> false, Sleep.WAITING, deadline);
        return PythonNone.NONE;
    }

    /** What a sleeping thread waits for. */
    private enum Sleep implements Waiting {
        WAITING;

        @Override
        public String what() {
            return "the end of its sleep";
        }

        @Override
        public @Nullable PlatformThread heldBy() {
            return null;
        }
    }
}
