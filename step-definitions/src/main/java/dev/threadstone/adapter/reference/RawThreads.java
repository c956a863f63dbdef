package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;

/** {@code _thread}. */
final class RawThreads {

    private RawThreads() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var lowLevel = interpreter.threading().lowLevel();
        table.function(
                        "_thread.start_new_thread",
                        "function, args, kwargs={}, /",
                        args -> lowLevel.startNewThread(
                                new ReferenceCallable(args.callable("function")),
                                args.items("args"),
                                args.entries("kwargs")))
                .function(
                        "_thread.get_ident", "", args -> interpreter.threading().getIdent());
    }
}
