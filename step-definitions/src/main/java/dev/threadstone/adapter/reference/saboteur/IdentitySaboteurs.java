package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.ThreadSaboteurs.thread;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Saboteurs of names and identifiers of threads, and of who is the current one and the main one. */
final class IdentitySaboteurs {

    private IdentitySaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "ident-current-is-main",
                        "current_thread() returns the main thread, whoever asks.",
                        "EXC-006 EXEC-015 EXEC-016 EXEC-024 EXEC-039 IDENT-001 IDENT-002 IDENT-005 IDENT-010 "
                                + "IDENT-025 IDENT-026 IDENT-027 IDENT-029 IDENT-030 NATIVE-001 NATIVE-002 THREAD-036 "
                                + "TIMER-006 ASYNC-009 ASYNC-013 ASYNC-020 PATTERN-014",
                        (table, interpreter) -> table.wrapFunction(
                                "threading.current_thread",
                                (nobody, args, original) ->
                                        interpreter.threading().mainThread())),
                Saboteur.of(
                        "ident-main-is-caller",
                        "main_thread() returns the thread that asks.",
                        "IDENT-002 IDENT-022",
                        (table, interpreter) -> table.wrapFunction(
                                "threading.main_thread",
                                (nobody, args, original) ->
                                        interpreter.threading().currentThread())),
                thread(
                        "ident-main-is-daemon",
                        "The main thread is a daemon.",
                        "DAEMON-007 IDENT-003",
                        (thread, interpreter) -> thread.wrapGetter(
                                "daemon",
                                getter -> self -> isMain(interpreter, self) ? (Object) true : getter.apply(self))),
                Saboteur.of(
                        "ident-importer-is-main",
                        "The first thread that imports threading is taken for the main thread.",
                        "IDENT-004",
                        IdentitySaboteurs::takeImporterForMain),
                thread(
                        "ident-name-ignored",
                        "The constructor ignores the name that it is given.",
                        "EXC-007 IDENT-005 IDENT-006 IDENT-031 IDENT-033 IDENT-034 THREAD-014 THREAD-043 "
                                + "DEBUG-009 OWN-005 PATTERN-014",
                        (thread, interpreter) -> thread.wrapConstructor(
                                (nobody, args, original) -> original.call(nobody, args.with("name", PythonNone.NONE)))),
                thread(
                        "ident-name-must-be-text",
                        "A name that is no text is refused.",
                        "IDENT-006",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) -> {
                            if (!args.isNone("name") && !(args.get("name") instanceof String)) {
                                throw PythonException.typeError("name must be a str");
                            }
                            return original.call(nobody, args);
                        })),
                thread(
                        "ident-generated-names-repeat",
                        "Every thread without name and target is called Thread-1.",
                        "IDENT-007",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) -> original.call(
                                nobody,
                                args.isNone("name") && args.isNone("target") ? args.with("name", "Thread-1") : args))),
                thread(
                        "ident-generated-name-hides-target",
                        "A generated name does not tell the name of the target.",
                        "IDENT-008",
                        IdentitySaboteurs::numberNames),
                thread(
                        "ident-by-name",
                        "Threads of one name have one identifier.",
                        "IDENT-010",
                        (thread, interpreter) -> {
                            Map<String, Object> known = new ConcurrentHashMap<>();
                            thread.wrapGetter(
                                    "ident",
                                    getter -> self -> self.ident() == null
                                            ? getter.apply(self)
                                            : known.computeIfAbsent(self.name(), name -> getter.apply(self)));
                        }),
                thread(
                        "ident-rename-ignored",
                        "A thread that was started keeps its name.",
                        "IDENT-006 IDENT-011 IDENT-034 LOGGING-001 LOGGING-002 LOGGING-005",
                        (thread, interpreter) -> thread.wrapSetter("name", (self, value, original) -> {
                            if (((Thread) self).ident() == null) {
                                original.accept(value);
                            }
                        })),
                thread(
                        "ident-before-start",
                        "A thread that was not started has the identifier 0.",
                        "IDENT-012 THREAD-001 THREAD-020 THREAD-024 THREAD-037",
                        (thread, interpreter) -> thread.wrapGetter("ident", getter -> orZero(getter))),
                Saboteur.of(
                        "ident-differs-inside",
                        "get_ident() returns another number than ident.",
                        "IDENT-003 IDENT-004 IDENT-012 IDENT-013 IDENT-016 IDENT-025 LOWLEVEL-009 NATIVE-001",
                        (table, interpreter) -> table.wrapFunction(
                                "threading.get_ident",
                                (nobody, args, original) -> (long) original.call(nobody, args) + 1)),
                thread(
                        "ident-is-shared",
                        "All threads that were started have one identifier.",
                        "IDENT-003 IDENT-004 IDENT-010 IDENT-012 IDENT-013 IDENT-015 IDENT-016 IDENT-025 "
                                + "NATIVE-001 NATIVE-015 SIGNAL-001 SIGNAL-017 STATE-011 STATE-012 STATE-013 "
                                + "LOGGING-001 PROCESS-009",
                        (thread, interpreter) -> thread.wrapGetter(
                                "ident", getter -> self -> self.ident() == null ? getter.apply(self) : (Object) 7L)),
                thread(
                        "ident-native-before-start",
                        "A thread that was not started has the native identifier 0.",
                        "IDENT-017",
                        (thread, interpreter) -> thread.wrapGetter("native_id", getter -> orZero(getter))),
                thread(
                        "ident-native-is-of-process",
                        "Every thread that was started has the native identifier of the process.",
                        "IDENT-017 IDENT-018",
                        (thread, interpreter) -> thread.wrapGetter(
                                "native_id",
                                getter -> self -> self.ident() == null
                                        ? getter.apply(self)
                                        : (Object) interpreter.kernelTasks().process())),
                Saboteur.of(
                        "ident-kernel-does-not-know-names",
                        "Starting a thread does not tell the operating system its name.",
                        "IDENT-033 IDENT-034",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.kernel_name", (nobody, args, original) -> "python3")),
                thread(
                        "ident-kernel-learns-every-name",
                        "The operating system learns of a new name from whoever gives it.",
                        "IDENT-034",
                        (thread, interpreter) -> thread.wrapSetter("name", (self, value, original) -> {
                            original.accept(value);
                            tellKernel(interpreter, (Thread) self, value);
                        })));
    }

    private static void takeImporterForMain(OperationTable table, Interpreter interpreter) {
        var importer = new AtomicReference<Object>(PythonNone.NONE);
        table.wrapFunction("threadstone.import_afresh", (nobody, args, original) -> {
            importer.set(interpreter.threading().currentThread());
            return original.call(nobody, args);
        });
        table.wrapMethod("threadstone.Threading", "main_thread", (self, args, original) -> importer.get());
    }

    private static void numberNames(TypeOperations<Thread> thread, Interpreter interpreter) {
        var last = new AtomicInteger();
        thread.wrapConstructor((nobody, args, original) -> original.call(
                nobody,
                args.isNone("name") && !args.isNone("target")
                        ? args.with("name", "Thread-" + last.incrementAndGet())
                        : args));
    }

    private static void tellKernel(Interpreter interpreter, Thread renamed, Object name) {
        interpreter.threadStates().all().stream()
                .filter(state -> Long.valueOf(state.platformThread().id()).equals(renamed.ident()))
                .forEach(state -> interpreter.kernelTasks().rename(state.platformThread(), String.valueOf(name)));
    }

    private static Function<Thread, Object> orZero(Function<Thread, Object> getter) {
        return self -> self.ident() == null ? (Object) 0L : getter.apply(self);
    }

    private static boolean isMain(Interpreter interpreter, Thread thread) {
        return thread.equals(interpreter.threading().mainThread());
    }
}
