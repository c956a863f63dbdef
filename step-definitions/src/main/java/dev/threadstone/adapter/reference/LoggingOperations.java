package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.logging.LogRecord;
import dev.threadstone.reference.logging.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What scenarios use of {@code logging}. */
final class LoggingOperations {

    private LoggingOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.function(
                "logging.getLogger", "name, /", args -> interpreter.logging().getLogger(args.text("name")));
        table.on("logging.Logger", Logger.class)
                .action(
                        "addHandler",
                        "handler",
                        (logger, args) -> logger.addHandler(args.object("handler", Buffer.class)));
        table.on("logging.handlers.BufferingHandler", Buffer.class)
                .constructor("capacity", args -> new Buffer(new ArrayList<>()))
                .attribute("buffer", Buffer::records);
        table.on("logging.LogRecord", LogRecord.class)
                .attribute("levelname", LogRecord::levelName)
                .attribute("exc_info", LoggingOperations::excInfo);
    }

    private static Object excInfo(LogRecord entry) {
        var error = entry.exception();
        return error == null ? PythonNone.NONE : PythonTuple.of(error.typeName(), error, PythonNone.NONE);
    }

    /** A handler that keeps what it gets. */
    private record Buffer(List<Object> records) implements Consumer<LogRecord> {
        @Override
        public void accept(LogRecord entry) {
            records.add(entry);
        }
    }
}
