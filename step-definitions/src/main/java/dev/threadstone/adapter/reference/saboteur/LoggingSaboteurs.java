package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.logging.Handler;
import dev.threadstone.reference.logging.LogRecord;
import dev.threadstone.reference.logging.Logger;
import dev.threadstone.reference.logging.Logging;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Saboteurs of {@code logging}: what records say of threads, and how handlers take them. */
final class LoggingSaboteurs {

    private LoggingSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.on(
                        "logging.LogRecord",
                        LogRecord.class,
                        "log-record-names-main",
                        "Every record carries the name of the main thread.",
                        "LOGGING-001 LOGGING-002 LOGGING-005",
                        (entry, interpreter) -> entry.wrapGetter("threadName", original -> logged -> "MainThread")),
                Saboteur.on(
                        "logging.LogRecord",
                        LogRecord.class,
                        "log-record-forgets-thread",
                        "A record carries no identifier of a thread.",
                        "LOGGING-001",
                        (entry, interpreter) -> entry.wrapGetter("thread", original -> logged -> 0L)),
                Saboteur.on(
                        "logging.LogRecord",
                        LogRecord.class,
                        "log-record-follows-renaming",
                        "A record shows the name that its thread has now.",
                        "LOGGING-002",
                        (entry, interpreter) ->
                                entry.wrapGetter("threadName", original -> logged -> nameNow(interpreter, logged))),
                handling(
                        "log-handler-does-not-serialize",
                        "Two threads may be inside emit of one handler.",
                        "LOGGING-003 LOGGING-004",
                        () -> Handler::emit),
                handling(
                        "log-handler-emits-twice",
                        "A handler emits each record twice.",
                        "LOGGING-003 LOGGING-005 LOGGING-002 LOGGING-004",
                        () -> (handler, logged) -> {
                            handler.handle(logged);
                            handler.emit(logged);
                        }),
                handling(
                        "log-handler-swaps-records",
                        "A handler emits two records in the reverse order.",
                        "LOGGING-001 LOGGING-002 LOGGING-005 EXEC-022 FUTURE-033 LOGGING-003 LOGGING-004",
                        LoggingSaboteurs::swapping),
                Saboteur.of(
                        "get-logger-makes-another",
                        "A thread other than main gets a logger of its own.",
                        "LOGGING-006",
                        LoggingSaboteurs::makeAnother));
    }

    private static Object nameNow(Interpreter interpreter, LogRecord logged) {
        return interpreter.threading().enumerate().stream()
                .filter(thread -> Objects.equals(thread.ident(), logged.thread()))
                .map(Thread::name)
                .findFirst()
                .orElse(logged.threadName());
    }

    private static Saboteur handling(
            String name, String breaks, String requirements, Supplier<BiConsumer<Handler, LogRecord>> handle) {
        return Saboteur.on(
                "logging.Logger",
                Logger.class,
                name,
                breaks,
                requirements,
                (logger, interpreter) -> logger.wrap("addHandler", (self, args, original) -> {
                    var handler = args.object("handler", Handler.class);
                    var handling = handle.get();
                    self.addHandler(new Replaced(interpreter, logged -> handling.accept(handler, logged)));
                    return PythonNone.NONE;
                }));
    }

    /** Keeps every other record until the next one has been emitted. */
    private static BiConsumer<Handler, LogRecord> swapping() {
        var kept = new ArrayDeque<LogRecord>();
        return (handler, logged) -> {
            if (kept.isEmpty()) {
                kept.add(logged);
            } else {
                handler.handle(logged);
                handler.handle(kept.remove());
            }
        };
    }

    private static void makeAnother(OperationTable table, Interpreter interpreter) {
        table.wrapFunction(
                "logging.getLogger",
                (nobody, args, original) ->
                        isMain(interpreter) ? original.call(nobody, args) : another(interpreter, args));
    }

    @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
    private static boolean isMain(Interpreter interpreter) {
        return interpreter.threading().currentThread()
                == interpreter.threading().mainThread();
    }

    private static Object another(Interpreter interpreter, Args args) {
        return new Logging(interpreter, interpreter.stderr()).getLogger(args.text("name"));
    }

    /** A handler in the place of another one. */
    private static final class Replaced extends Handler {

        private final Consumer<LogRecord> handle;

        Replaced(Interpreter interpreter, Consumer<LogRecord> handle) {
            super(interpreter);
            this.handle = handle;
        }

        @Override
        public void handle(LogRecord entry) {
            handle.accept(entry);
        }

        @Override
        public void emit(LogRecord entry) {
            handle.accept(entry);
        }
    }
}
