package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TracebackObject;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.Unraisable;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.ExceptHookArgs;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who hears of errors that nobody has caught, and what a thread knows of the errors that it handles. */
final class HookOperations {

    private HookOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        registerThreadHook(table, interpreter);
        registerSystemHooks(table, interpreter);
        table.action("threadstone.try_except", "body, handler", args -> tryExcept(interpreter, args))
                .function("threadstone.raise_again", "", args -> {
                    throw interpreter.current().exceptions().raiseAgain();
                });
    }

    private static void registerThreadHook(OperationTable table, Interpreter interpreter) {
        var hooks = interpreter.threading().exceptHooks();
        table.on("threading.ExceptHookArgs", ExceptHookArgs.class)
                .attribute("exc_type", args -> OperationTable.builtinType(args.excType()))
                .attribute("exc_value", ExceptHookArgs::excValue)
                .attribute("exc_traceback", args -> new TracebackObject(args.excValue()))
                .attribute("thread", ExceptHookArgs::thread);
        var original = PythonCallable.of("excepthook", (positional, keywords) -> {
            hooks.original().accept((ExceptHookArgs) positional.get(0));
            return PythonNone.NONE;
        });
        table.constant("threading.__excepthook__", original);
        hook(table, "threading.excepthook", original, hook -> hooks.install(hook == null ? null : hook::call));
    }

    private static void registerSystemHooks(OperationTable table, Interpreter interpreter) {
        table.on("sys.UnraisableHookArgs", Unraisable.class)
                .attribute(
                        "exc_type",
                        args -> OperationTable.builtinType(args.excValue().typeName()))
                .attribute("exc_value", Unraisable::excValue)
                .attribute("exc_traceback", args -> new TracebackObject(args.excValue()))
                .attribute("err_msg", Unraisable::message);
        hook(
                table,
                "sys.unraisablehook",
                PythonNone.NONE,
                hook -> interpreter.unraisableHook().install(hook == null ? null : hook::call));
        hook(
                table,
                "sys.excepthook",
                PythonNone.NONE,
                hook -> interpreter.excepthook(
                        hook == null
                                ? null
                                : error -> hook.call(
                                        OperationTable.builtinType(error.typeName()),
                                        error,
                                        new TracebackObject(error))));
        table.variable(
                "sys.stderr",
                () -> interpreter.errorStream() == null ? PythonNone.NONE : interpreter.stderr(),
                stream -> interpreter.errorStream(stream == PythonNone.NONE ? null : interpreter.stderr()));
    }

    /** A variable that holds a hook; what cannot be called stands for the original. */
    private static void hook(
            OperationTable table, String name, Object original, Consumer<@Nullable PythonCallable> install) {
        var installed = new AtomicReference<>(original);
        table.variable(name, installed::get, hook -> {
            installed.set(hook);
            install.accept(hook instanceof PythonCallable callable ? callable : null);
        });
    }

    /** Calls the body; if that raises, calls the handler while the error is being handled. */
    private static void tryExcept(Interpreter interpreter, Args args) {
        try {
            args.callable("body").call();
        } catch (PythonException caught) {
            interpreter
                    .current()
                    .exceptions()
                    .handle(caught, () -> args.callable("handler").call());
            throw caught;
        }
    }
}
