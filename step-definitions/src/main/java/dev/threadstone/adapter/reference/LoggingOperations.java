package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.logging.Handler;
import dev.threadstone.reference.logging.LogRecord;
import dev.threadstone.reference.logging.Logger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

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
                        (logger, args) -> logger.addHandler(args.object("handler", Handler.class)))
                .action("warning", "msg", (logger, args) -> logger.warning(args.get("msg")));
        table.on("logging.LogRecord", LogRecord.class)
                .attribute("levelname", LogRecord::levelName)
                .attribute("threadName", LogRecord::threadName)
                .attribute("thread", LogRecord::thread)
                .attribute("msg", LogRecord::message)
                .attribute("exc_info", LoggingOperations::excInfo)
                .op("getMessage", "", (entry, args) -> entry.getMessage());
        registerHandlers(table, interpreter);
    }

    private static void registerHandlers(OperationTable table, Interpreter interpreter) {
        table.on("logging.Handler", Derived.class).constructor("", args -> new Derived(interpreter, emit(args)));
        table.on("logging.handlers.BufferingHandler", Buffer.class)
                .constructor("capacity", args -> new Buffer(interpreter))
                .attribute("buffer", buffer -> buffer.records);
        table.on("logging.StreamHandler", StreamWriter.class)
                .constructor("stream", args -> new StreamWriter(interpreter, write(table, args.get("stream"))));
    }

    private static Object excInfo(LogRecord entry) {
        var error = entry.exception();
        return error == null ? PythonNone.NONE : PythonTuple.of(error.typeName(), error, PythonNone.NONE);
    }

    private static BiConsumer<Object, LogRecord> emit(Args args) {
        return args.override("emit")
                .<BiConsumer<Object, LogRecord>>map(emit -> (self, entry) -> emit.call(self, entry))
                .orElse((self, entry) -> {});
    }

    private static BiConsumer<Object, LogRecord> write(OperationTable table, Object stream) {
        return (self, entry) -> table.method(stream, "write").call(entry.getMessage() + "\n");
    }

    /** A handler whose class the scenario has derived. */
    private static class Derived extends Handler {

        private final BiConsumer<Object, LogRecord> emit;

        Derived(Interpreter interpreter, BiConsumer<Object, LogRecord> emit) {
            super(interpreter);
            this.emit = emit;
        }

        @Override
        public void emit(LogRecord entry) {
            emit.accept(this, entry);
        }
    }

    /** A handler that writes to an object of the scenario. */
    private static final class StreamWriter extends Derived {
        StreamWriter(Interpreter interpreter, BiConsumer<Object, LogRecord> write) {
            super(interpreter, write);
        }
    }

    /** A handler that keeps what it gets. */
    private static final class Buffer extends Handler {

        private final List<Object> records = Collections.synchronizedList(new ArrayList<>());

        Buffer(Interpreter interpreter) {
            super(interpreter);
        }

        @Override
        public void emit(LogRecord entry) {
            records.add(entry);
        }
    }
}
