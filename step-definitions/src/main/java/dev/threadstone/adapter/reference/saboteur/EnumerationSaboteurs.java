package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.ThreadSaboteurs.thread;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.TraceKind;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Saboteurs of the list of live threads, of dummies, and of obsolete names. */
final class EnumerationSaboteurs {

    private EnumerationSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "enumerate-hides-daemons",
                        "enumerate() leaves daemons out.",
                        "IDENT-020 IDENT-029 IDENT-030 DEBUG-009",
                        (table, interpreter) -> filter(table, thread -> !thread.isDaemon())),
                Saboteur.of(
                        "enumerate-keeps-ended-threads",
                        "enumerate() lists every thread that was ever started.",
                        "FINAL-007 IDENT-021 THREAD-042 THREAD-044",
                        EnumerationSaboteurs::keepEnded),
                Saboteur.of(
                        "enumerate-forgets-main",
                        "enumerate() does not list the main thread once the main module has ended.",
                        "IDENT-022",
                        (table, interpreter) -> filter(
                                table,
                                thread -> !thread.equals(interpreter.threading().mainThread()) || thread.isAlive())),
                Saboteur.of(
                        "enumerate-count-differs",
                        "active_count() counts daemons not.",
                        "IDENT-023 IDENT-026 IDENT-029 OWN-002",
                        (table, interpreter) -> table.wrapFunction(
                                "threading.active_count",
                                (nobody, args, original) -> interpreter.threading().enumerate().stream()
                                        .filter(thread -> !thread.isDaemon())
                                        .count())),
                Saboteur.of(
                        "enumerate-locks-out-trace-functions",
                        "enumerate() waits for a lock that the call of the trace function is made under.",
                        "IDENT-024",
                        (table, interpreter) -> table.wrapFunction("threading.enumerate", (nobody, args, original) -> {
                            if (isTraced(interpreter)) {
                                new Crowd(interpreter).await();
                            }
                            return original.call(nobody, args);
                        })),
                Saboteur.of(
                        "dummy-is-main",
                        "The current thread of a thread that has no object is the main thread.",
                        "IDENT-025 IDENT-026 IDENT-027 IDENT-029 IDENT-030 NATIVE-001 NATIVE-002",
                        (table, interpreter) -> table.wrapFunction(
                                "threading.current_thread",
                                (nobody, args, original) -> isDummy(original.call(nobody, args))
                                        ? interpreter.threading().mainThread()
                                        : original.call(nobody, args))),
                thread(
                        "dummy-is-no-daemon",
                        "A dummy is no daemon.",
                        "IDENT-026 NATIVE-002",
                        (thread, interpreter) -> thread.wrapGetter(
                                "daemon", getter -> self -> isDummy(self) ? (Object) false : getter.apply(self))),
                thread(
                        "dummy-can-be-joined",
                        "Joining a dummy returns at once.",
                        "IDENT-028 NATIVE-002",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) -> isDummy(self) ? PythonNone.NONE : original.call(self, args))),
                Saboteur.of(
                        "dummy-is-always-listed",
                        "active_count() counts low-level threads that never asked for their object.",
                        "IDENT-029",
                        (table, interpreter) -> table.wrapFunction(
                                "threading.active_count",
                                (nobody, args, original) -> Math.max(
                                        (long) original.call(nobody, args),
                                        interpreter.threadStates().all().size()))),
                thread(
                        "old-names-set-nothing",
                        "setName() does nothing.",
                        "IDENT-031",
                        (thread, interpreter) -> thread.wrap(
                                "setName",
                                (self, args, original) -> original.call(self, args.with("name", self.name())))),
                thread(
                        "old-names-do-not-warn",
                        "getName() issues no warning.",
                        "IDENT-032",
                        (thread, interpreter) -> thread.wrap("getName", (self, args, original) -> self.name())));
    }

    static boolean isDummy(Object thread) {
        return thread instanceof Thread && thread.toString().startsWith("<_DummyThread");
    }

    private static boolean isTraced(Interpreter interpreter) {
        return interpreter.current().traceFunctions().get(TraceKind.TRACE) != null;
    }

    private static void filter(OperationTable table, Predicate<Thread> listed) {
        table.wrapFunction("threading.enumerate", (nobody, args, original) -> {
            var threads = new ArrayList<>((List<?>) original.call(nobody, args));
            threads.removeIf(thread -> !listed.test((Thread) thread));
            return threads;
        });
    }

    private static void keepEnded(OperationTable table, Interpreter interpreter) {
        var started = new CopyOnWriteArrayList<Thread>();
        table.on(ThreadSaboteurs.TYPE, Thread.class).wrap("start", (self, args, original) -> {
            started.addIfAbsent(self);
            return original.call(self, args);
        });
        table.wrapFunction("threading.enumerate", (nobody, args, original) -> {
            var threads = new ArrayList<Object>(started);
            threads.removeAll((List<?>) original.call(nobody, args));
            threads.addAll((List<?>) original.call(nobody, args));
            return threads;
        });
    }
}
