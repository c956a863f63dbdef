package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadOptions;
import dev.threadstone.reference.threading.Timeout;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code threading.Thread}. */
final class ThreadOperations {

    private static final int CONTEXT_SINCE = 14;
    private static final int ANY_REAL_TIMEOUT_SINCE = 15;

    private static final String PARAMETERS = "group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None";

    private ThreadOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var type = table.on("threading.Thread", Thread.class)
                .constructor(
                        hasContext(interpreter) ? PARAMETERS + ", context=None" : PARAMETERS,
                        args -> new ThreadObject(
                                interpreter,
                                options(args).withContext(hasContext(interpreter) ? context(args) : null),
                                args.override("run")))
                .blank(() -> new ThreadObject(interpreter))
                .action("start", "", (thread, args) -> thread.start())
                .action("run", "", (thread, args) -> thread.run())
                .action("join", "timeout=None", (thread, args) -> thread.join(joinTimeout(interpreter, args)))
                .op("is_alive", "", (thread, args) -> thread.isAlive())
                .attribute("daemon", Thread::isDaemon, (thread, value) -> thread.setDaemon(isTrue(value)))
                .attribute("name", Thread::name, (thread, value) -> thread.setName(text(value)))
                .attribute("ident", thread -> orNone(thread.ident()))
                .attribute("native_id", thread -> orNone(thread.nativeId()))
                .op("__repr__", "", (thread, args) -> thread.toString());
        var oldNames = interpreter.threading().deprecatedNames();
        type.op("getName", "", (thread, args) -> oldNames.getName(thread))
                .op("isDaemon", "", (thread, args) -> oldNames.isDaemon(thread))
                .action("setName", "name", (thread, args) -> oldNames.setName(thread, text(args.get("name"))))
                .action("setDaemon", "daemonic", (thread, args) -> oldNames.setDaemon(thread, args.isTrue("daemonic")));
    }

    private static ThreadOptions options(Args args) {
        var name = args.orNull("name");
        return new ThreadOptions(
                args.orNull("group"),
                target(args.orNull("target")),
                name == null ? null : text(name),
                args.items("args"),
                args.isNone("kwargs") ? Map.of() : args.entries("kwargs"),
                args.isNone("daemon") ? null : (Boolean) args.isTrue("daemon"),
                null);
    }

    private static boolean hasContext(Interpreter interpreter) {
        return interpreter.options().python().atLeast(CONTEXT_SINCE);
    }

    private static @Nullable Context context(Args args) {
        return args.isNone("context") ? null : args.object("context", Context.class);
    }

    private static @Nullable PyCallable target(@Nullable Object target) {
        return target == null ? null : ReferenceCallable.of(target);
    }

    private static @Nullable Timeout joinTimeout(Interpreter interpreter, Args args) {
        if (args.isNone("timeout")) {
            return null;
        }
        var anyReal = interpreter.options().python().atLeast(ANY_REAL_TIMEOUT_SINCE);
        return Timeout.ofSeconds(anyReal ? args.real("timeout") : args.number("timeout"));
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? PythonNone.NONE : value;
    }

    private static String text(Object value) {
        return value instanceof String text ? text : value.toString();
    }

    private static boolean isTrue(Object value) {
        return !value.equals(false) && !value.equals(0L) && value != PythonNone.NONE;
    }
}
