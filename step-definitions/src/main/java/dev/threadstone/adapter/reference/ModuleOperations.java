package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.ExceptHookArgs;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The functions and constants of {@code threading}. */
final class ModuleOperations {

    private ModuleOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var threading = interpreter.threading();
        table.function("threading.current_thread", "", args -> threading.currentThread())
                .function("threading.main_thread", "", args -> threading.mainThread())
                .function("threading.enumerate", "", args -> new ArrayList<>(threading.enumerate()))
                .function("threading.active_count", "", args -> (long) threading.activeCount())
                .function("threading.get_ident", "", args -> threading.getIdent())
                .function("threading.get_native_id", "", args -> threading.getNativeId())
                .function(
                        "threading.stack_size",
                        "size=0, /",
                        args -> threading.stackSize(args.integer("size").longValueExact()))
                .constant("threading.TIMEOUT_MAX", Timeout.MAX_SECONDS)
                .errorAlias("threading.ThreadError", "RuntimeError");
        var oldNames = threading.deprecatedNames();
        table.function("threading.currentThread", "", args -> oldNames.currentThread())
                .function("threading.activeCount", "", args -> (long) oldNames.activeCount());
        registerExceptHook(table, interpreter);
    }

    private static void registerExceptHook(OperationTable table, Interpreter interpreter) {
        var hooks = interpreter.threading().exceptHooks();
        table.on("threading.ExceptHookArgs", ExceptHookArgs.class)
                .attribute("exc_type", ExceptHookArgs::excType)
                .attribute("exc_value", ExceptHookArgs::excValue)
                .attribute("thread", ExceptHookArgs::thread);
        var original = PythonCallable.of("excepthook", (positional, keywords) -> {
            hooks.original().accept((ExceptHookArgs) positional.get(0));
            return PythonNone.NONE;
        });
        var installed = new AtomicReference<Object>(original);
        table.constant("threading.__excepthook__", original).variable("threading.excepthook", installed::get, hook -> {
            installed.set(hook);
            hooks.install(hook instanceof PythonCallable callable ? args -> callable.call(args) : null);
        });
    }
}
