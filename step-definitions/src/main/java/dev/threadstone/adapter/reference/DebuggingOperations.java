package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.debugging.ThreadDump;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.signals.Signal;
import dev.threadstone.reference.threading.Thread;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** {@code faulthandler}, and the scenario's way to read what it has written. */
final class DebuggingOperations {

    private static final double NANOS = 1e9;

    private DebuggingOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        registerFaultHandler(table, interpreter);
        table.function("threadstone.wait_for_the_end", "", args -> {
            interpreter.current().waitUntil(() -> false, new Awaited("the end of the process"), Deadline.NEVER);
            return PythonNone.NONE;
        });
        table.on("threadstone.ThreadDumps", ThreadDumps.class)
                .constructor("", args -> new ThreadDumps(interpreter))
                .op("threads", "", (dumps, args) -> (long) dumps.last().size())
                .op("shows", "thread", (dumps, args) -> dumps.of(ident(args)).isPresent())
                .op("marks", "thread", (dumps, args) -> dumps.marked().equals(List.of(ident(args))))
                .op("functions_of", "thread", (dumps, args) -> dumps.functionsOf(ident(args)))
                .op(
                        "wait_for",
                        "count",
                        (dumps, args) -> dumps.waitFor(args.integer("count").longValueExact()));
    }

    private static void registerFaultHandler(OperationTable table, Interpreter interpreter) {
        var handler = interpreter.faultHandler();
        table.function("faulthandler.dump_traceback", "file=None, all_threads=True", args -> {
                    file(args, interpreter).accept(handler.dumpTraceback(args.isTrue("all_threads")));
                    return PythonNone.NONE;
                })
                .function("faulthandler.dump_traceback_later", "timeout, repeat=False, file=None, exit=False", args -> {
                    handler.dumpTracebackLater(
                            Duration.ofNanos((long) (args.number("timeout") * NANOS)),
                            args.isTrue("repeat"),
                            args.isTrue("exit"),
                            file(args, interpreter));
                    return PythonNone.NONE;
                })
                .function("faulthandler.cancel_dump_traceback_later", "", args -> {
                    handler.cancelDumpTracebackLater();
                    return PythonNone.NONE;
                })
                .function("faulthandler.register", "signum, file=None, all_threads=True", args -> {
                    handler.register(signal(args), args.isTrue("all_threads"), file(args, interpreter));
                    return PythonNone.NONE;
                })
                .function("faulthandler.unregister", "signum", args -> handler.unregister(signal(args)))
                .function("faulthandler.enable", "file=None, all_threads=True", args -> {
                    var all = args.isTrue("all_threads") && interpreter.gil().isEnabled();
                    handler.enable(all, file(args, interpreter));
                    return PythonNone.NONE;
                });
    }

    private static Consumer<ThreadDump> file(Args args, Interpreter interpreter) {
        return args.isNone("file")
                ? dump -> interpreter.stderr().write("Timeout or fatal error!\n" + dump)
                : args.object("file", ThreadDumps.class)::add;
    }

    private static Signal signal(Args args) {
        return Signal.of(args.integer("signum").intValueExact()).orElseThrow();
    }

    private static long ident(Args args) {
        return Objects.requireNonNullElse(args.object("thread", Thread.class).ident(), 0L);
    }
}
