package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;

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
    }
}
