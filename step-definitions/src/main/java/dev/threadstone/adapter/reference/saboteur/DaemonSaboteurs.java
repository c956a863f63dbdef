package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.ThreadSaboteurs.thread;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Thread;
import java.util.List;

/** Saboteurs of daemon threads. */
final class DaemonSaboteurs {

    private DaemonSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                thread(
                        "daemon-by-default",
                        "A thread is a daemon unless daemon=False is given.",
                        "DAEMON-001 DAEMON-002 DAEMON-003 DAEMON-004 DAEMON-006 DAEMON-009 IDENT-022 "
                                + "IDENT-031 LOCAL-016 PATTERN-034 SHUTDOWN-001 SHUTDOWN-002 SHUTDOWN-003 SHUTDOWN-004 "
                                + "SHUTDOWN-005 SHUTDOWN-009 SHUTDOWN-025 SHUTDOWN-026 SHUTDOWN-027",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) ->
                                original.call(nobody, args.isNone("daemon") ? args.with("daemon", true) : args))),
                thread(
                        "daemon-flag-not-inherited",
                        "A thread is no daemon unless daemon=True is given.",
                        "DAEMON-002 DAEMON-003",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) ->
                                original.call(nobody, args.isNone("daemon") ? args.with("daemon", false) : args))),
                thread(
                        "daemon-inherited-at-start",
                        "A thread inherits the daemon flag of the thread that starts it.",
                        "DAEMON-003",
                        DaemonSaboteurs::inheritAtStart),
                thread(
                        "daemon-false-loses-to-parent",
                        "daemon=False counts like None.",
                        "DAEMON-004",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) -> original.call(
                                nobody,
                                args.get("daemon").equals(false) ? args.with("daemon", PythonNone.NONE) : args))),
                thread(
                        "daemon-true-loses-to-parent",
                        "daemon=True counts like None.",
                        "THREAD-043 DAEMON-002 DAEMON-003 DAEMON-004 DAEMON-008 DAEMON-009 DAEMON-010 "
                                + "DAEMON-011 TIMER-025 PATTERN-033 SHUTDOWN-014 SHUTDOWN-015 SHUTDOWN-016 SHUTDOWN-018",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) -> original.call(
                                nobody,
                                args.get("daemon").equals(true) ? args.with("daemon", PythonNone.NONE) : args))),
                thread(
                        "daemon-assignment-ignored",
                        "Assigning daemon before the start has no effect.",
                        "DAEMON-005 TIMER-026",
                        (thread, interpreter) -> thread.replaceSetter("daemon", (self, value) -> {
                            if (self.ident() != null) {
                                self.setDaemon(true);
                            }
                        })),
                thread(
                        "daemon-assignment-after-start-ignored",
                        "Assigning daemon after the start has no effect and does not raise.",
                        "DAEMON-006 DAEMON-007 TIMER-025",
                        (thread, interpreter) -> thread.replaceSetter("daemon", (self, value) -> {
                            if (self.ident() == null) {
                                self.setDaemon(value.equals(true));
                            }
                        })),
                Saboteur.of(
                        "daemon-delays-exit",
                        "The interpreter waits for daemon threads before it exits.",
                        "DAEMON-005 DAEMON-008 DAEMON-009 DAEMON-010 DAEMON-011 IDENT-026 IDENT-031 NATIVE-002 "
                                + "PATTERN-033 SHUTDOWN-014 SHUTDOWN-015 SHUTDOWN-016 SHUTDOWN-018 THREAD-043 TIMER-025 "
                                + "TIMER-026",
                        (table, interpreter) -> ApparentDaemons.register(table, interpreter, false)),
                Saboteur.of(
                        "daemon-ends-with-main",
                        "The interpreter exits without waiting for any thread.",
                        "DAEMON-009 IDENT-022 IDENT-026 IDENT-031 LOCAL-016 NATIVE-002 PATTERN-034 SHUTDOWN-001 "
                                + "SHUTDOWN-002 SHUTDOWN-003 SHUTDOWN-004 SHUTDOWN-005 SHUTDOWN-009 SHUTDOWN-025 "
                                + "SHUTDOWN-026 SHUTDOWN-027 TIMER-025",
                        (table, interpreter) -> ApparentDaemons.register(table, interpreter, true)),
                Saboteur.of(
                        "daemon-finishes-its-work",
                        "At exit daemon threads are woken and may run on until they block again.",
                        "DAEMON-010",
                        DaemonSaboteurs::wakeAtExit),
                Saboteur.of(
                        "daemon-cannot-be-refused",
                        "A subinterpreter without daemon threads makes them.",
                        "DAEMON-012",
                        (table, interpreter) -> table.wrapMethod(
                                        "threadstone.Interpreter",
                                        "create_daemon_thread",
                                        (self, args, original) -> PythonNone.NONE)
                                .wrapMethod(
                                        "threadstone.Interpreter",
                                        "set_daemon",
                                        (self, args, original) -> PythonNone.NONE)));
    }

    private static void inheritAtStart(TypeOperations<Thread> thread, Interpreter interpreter) {
        var inheriting = new Marks();
        thread.wrapConstructor((nobody, args, original) -> {
                    var made = original.call(nobody, args);
                    if (args.isNone("daemon")) {
                        inheriting.add(made);
                    }
                    return made;
                })
                .replaceSetter("daemon", (self, value) -> {
                    inheriting.remove(self);
                    self.setDaemon(value.equals(true));
                })
                .wrap("start", (self, args, original) -> {
                    if (inheriting.has(self) && self.ident() == null) {
                        self.setDaemon(interpreter.threading().currentThread().isDaemon());
                    }
                    return original.call(self, args);
                });
    }

    private static void wakeAtExit(OperationTable table, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        var exit = new Crowd(interpreter);
        table.on(EventSaboteurs.TYPE, Event.class)
                .wrap("set", (self, args, original) -> {
                    var result = original.call(self, args);
                    crowds.of(self).releaseAll();
                    return result;
                })
                .wrap("wait", (self, args, original) -> {
                    if (!args.isNone("timeout") || self.isSet()) {
                        return original.call(self, args);
                    }
                    crowds.of(self).await();
                    exit.releaseAll();
                    return true;
                })
                .wrapConstructor((nobody, args, original) -> {
                    var made = original.call(nobody, args);
                    interpreter.exitCallbacks().register(PyCallable.of(() -> wake(crowds.of(made), exit)));
                    return made;
                });
    }

    /** Lets those in the crowd run before the main thread goes on with the exit. */
    private static void wake(Crowd crowd, Crowd exit) {
        if (crowd.size() > 0) {
            crowd.releaseAll();
            exit.await();
        }
    }
}
