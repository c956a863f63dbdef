package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.LowLevel;
import dev.threadstone.reference.threading.ThreadInfo;
import dev.threadstone.reference.threading.Timeout;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code _thread}, and {@code sys.thread_info}. */
final class RawThreads {

    private static final long THREAD_INFO_FIELDS = 3;

    private RawThreads() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var threading = interpreter.threading();
        var lowLevel = threading.lowLevel();
        table.function("_thread.start_new_thread", "function, args, kwargs={}, /", args -> start(lowLevel, args))
                .function("_thread.get_ident", "", args -> threading.getIdent())
                .function("_thread.get_native_id", "", args -> threading.getNativeId())
                .function(
                        "_thread.stack_size",
                        "size=0, /",
                        args -> threading.stackSize(args.integer("size").longValueExact()))
                .action("_thread.exit", "", args -> lowLevel.exit())
                .constant("_thread.TIMEOUT_MAX", Timeout.MAX_SECONDS)
                .constant("_thread.LockType", OperationTable.builtinType("threading.Lock"))
                .errorAlias("_thread.error", "RuntimeError")
                .constant("sys.thread_info", lowLevel.info());
        table.on("sys.thread_info", ThreadInfo.class)
                .attribute("name", ThreadInfo::name)
                .attribute("lock", info -> orNone(info.lock()))
                .attribute("version", info -> orNone(info.version()))
                .op("__len__", "", (info, args) -> THREAD_INFO_FIELDS);
    }

    private static long start(LowLevel lowLevel, Args args) {
        if (!(args.get("args") instanceof PythonTuple)) {
            throw PythonException.typeError("2nd arg must be a tuple");
        }
        if (!(args.get("kwargs") instanceof Map)) {
            throw PythonException.typeError("optional 3rd arg must be a dictionary");
        }
        return lowLevel.startNewThread(
                new ReferenceCallable(args.callable("function")), args.items("args"), args.entries("kwargs"));
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? PythonNone.NONE : value;
    }
}
