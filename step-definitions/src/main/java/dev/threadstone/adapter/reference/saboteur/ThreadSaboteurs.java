package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of {@code threading.Thread}: starting, and being alive. */
final class ThreadSaboteurs {

    static final String TYPE = "threading.Thread";

    private ThreadSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "thread-constructor-starts",
                        "Constructing a thread starts it; start() does nothing the first time.",
                        "THREAD-001 THREAD-003 THREAD-020 THREAD-021 THREAD-022 THREAD-024 THREAD-037 "
                                + "THREAD-042 THREAD-043 DAEMON-005 DEADLOCK-019 DEBUG-001 DEBUG-002 DEBUG-004 "
                                + "DEBUG-006 DEBUG-007 DEBUG-009 DEBUG-010 GIL-001 GIL-020 IDENT-012 IDENT-017 "
                                + "IDENT-021 IDENT-031 IDENT-032 OWN-002 OWN-003 OWN-005 PATTERN-023 SHUTDOWN-012 "
                                + "SHUTDOWN-013 SIGNAL-018 TRACE-002 TRACE-006 TRACE-007",
                        ThreadSaboteurs::startInConstructor),
                Saboteur.of(
                        "thread-start-runs-in-caller",
                        "start() runs the target in the caller.",
                        "THREAD-002 THREAD-003 THREAD-004 THREAD-016 THREAD-017 THREAD-018 THREAD-021 "
                                + "THREAD-045 DEADLOCK-019 CTX-012 CTX-025 DEBUG-001 DEBUG-002 DEBUG-003 DEBUG-004 "
                                + "DEBUG-006 DEBUG-007 DEBUG-009 DEBUG-010 EXC-003 EXC-007 EXC-014 EXC-017 GIL-001 "
                                + "GIL-020 IDENT-024 OWN-001 OWN-005 PATTERN-001 PATTERN-002 PATTERN-003 PATTERN-004 "
                                + "PATTERN-005 PATTERN-006 PATTERN-007 PATTERN-008 PATTERN-009 PATTERN-010 PATTERN-011 "
                                + "PATTERN-012 PATTERN-013 PATTERN-014 PATTERN-015 PATTERN-016 PATTERN-017 PATTERN-021 "
                                + "PATTERN-022 PATTERN-023 PATTERN-032 PATTERN-033 PATTERN-034 PATTERN-035 PATTERN-036 "
                                + "PATTERN-039 SHUTDOWN-012",
                        (table, interpreter) -> replaceStart(table, Thread::run)),
                Saboteur.of(
                        "thread-start-waits",
                        "start() returns when the target has ended.",
                        "THREAD-003 THREAD-045 DEADLOCK-019 DEBUG-001 DEBUG-002 DEBUG-003 DEBUG-004 DEBUG-006 "
                                + "DEBUG-007 DEBUG-009 DEBUG-010 OWN-001 OWN-005 PATTERN-001 PATTERN-002 PATTERN-003 "
                                + "PATTERN-004 PATTERN-005 PATTERN-007 PATTERN-008 PATTERN-009 PATTERN-010 PATTERN-011 "
                                + "PATTERN-012 PATTERN-013 PATTERN-014 PATTERN-015 PATTERN-016 PATTERN-017 PATTERN-022 "
                                + "PATTERN-023 PATTERN-032 PATTERN-033 PATTERN-034 PATTERN-035 PATTERN-036 PATTERN-039",
                        (table, interpreter) -> replaceStart(table, thread -> {
                            thread.start();
                            thread.join();
                        })),
                thread(
                        "thread-ident-is-forgotten",
                        "ident is None again once the thread has ended.",
                        "DEADLOCK-019 EVENT-020 EXC-001 EXC-002 EXC-004 EXC-006 EXC-012 EXEC-024 EXEC-039 "
                                + "IDENT-010 IDENT-014 IDENT-024 LOCK-044 PATTERN-001 RLOCK-018 THREAD-004 THREAD-010 "
                                + "THREAD-015 THREAD-024 THREAD-025 THREAD-028 THREAD-034 TIMER-004 TIMER-011 TIMER-013 "
                                + "TIMER-014 TIMER-016 TIMER-017 TIMER-031 PATTERN-002 PATTERN-003 PATTERN-006 "
                                + "PATTERN-007 PATTERN-010 PATTERN-011 PATTERN-012 PATTERN-013 PATTERN-015 PATTERN-016 "
                                + "PATTERN-021 PATTERN-022 PATTERN-035 PATTERN-039",
                        (thread, interpreter) -> thread.wrapGetter(
                                "ident", getter -> self -> self.isAlive() ? getter.apply(self) : PythonNone.NONE)),
                thread(
                        "thread-start-again-ignored",
                        "start() of a thread that was started does nothing.",
                        "THREAD-004 THREAD-015 THREAD-016 THREAD-017 TIMER-018 OWN-004",
                        (thread, interpreter) -> {
                            var started = new Marks();
                            thread.wrap(
                                    "start",
                                    (self, args, original) ->
                                            started.add(self) ? original.call(self, args) : PythonNone.NONE);
                        }),
                thread(
                        "thread-ignores-overridden-run",
                        "start() runs the target even if a subclass overrides run.",
                        "THREAD-018 EXC-004",
                        (thread, interpreter) -> thread.wrapConstructor(
                                (nobody, args, original) -> original.call(nobody, args.withoutOverrides()))),
                thread(
                        "thread-needs-no-init",
                        "A subclass need not call the base constructor.",
                        "THREAD-019",
                        (thread, interpreter) -> thread.blank(() -> new Thread(interpreter))),
                thread(
                        "thread-run-starts",
                        "run() starts the thread.",
                        "THREAD-020",
                        (thread, interpreter) -> thread.action("run", "", (self, args) -> self.start())),
                thread(
                        "thread-not-alive-inside",
                        "is_alive() is False when the thread itself asks.",
                        "THREAD-022 TIMER-016 DEBUG-009 IDENT-003",
                        (thread, interpreter) -> thread.wrap(
                                "is_alive",
                                (self, args, original) ->
                                        self.equals(interpreter.threading().currentThread())
                                                ? (Object) false
                                                : original.call(self, args))),
                thread(
                        "thread-alive-for-ever",
                        "is_alive() stays True when the thread has ended.",
                        "LOCK-044 RLOCK-018 EVENT-020 THREAD-010 THREAD-015 THREAD-023 THREAD-024 THREAD-025 "
                                + "THREAD-028 THREAD-034 DEADLOCK-019 TIMER-004 TIMER-011 TIMER-013 TIMER-014 TIMER-016 "
                                + "TIMER-017 TIMER-020 TIMER-031 EXC-001 EXC-002 EXC-004 EXC-006 EXC-012 EXEC-024 "
                                + "EXEC-039 IDENT-010 IDENT-014 IDENT-024 OWN-005 PATTERN-001 PATTERN-002 PATTERN-003 "
                                + "PATTERN-006 PATTERN-007 PATTERN-010 PATTERN-011 PATTERN-012 PATTERN-013 PATTERN-015 "
                                + "PATTERN-016 PATTERN-017 PATTERN-021 PATTERN-022 PATTERN-023 PATTERN-035 PATTERN-039 "
                                + "VISIB-003",
                        (thread, interpreter) ->
                                thread.wrap("is_alive", (self, args, original) -> self.ident() != null)),
                thread(
                        "thread-starts-from-main-only",
                        "Only the main thread can start threads.",
                        "THREAD-017 THREAD-038 DAEMON-003 TIMER-012 IMPORT-008 LOCAL-010 PATTERN-036 "
                                + "SHUTDOWN-003 VISIB-001",
                        (thread, interpreter) -> thread.wrap("start", (self, args, original) -> {
                            if (!interpreter.current().isMain()) {
                                throw new RuntimeError("threads can only be started from the main thread");
                            }
                            return original.call(self, args);
                        })),
                thread(
                        "thread-can-be-stopped",
                        "Threads have methods kill, terminate, stop, suspend, resume, interrupt and set_priority.",
                        "THREAD-040 PATTERN-022",
                        (thread, interpreter) -> List.of(
                                        "kill", "terminate", "stop", "suspend", "resume", "interrupt", "set_priority")
                                .forEach(name -> thread.action(name, "*args", (self, args) -> {}))),
                thread(
                        "thread-refusal-ignored",
                        "start() does not tell that the system refused the thread.",
                        "THREAD-042",
                        (thread, interpreter) -> thread.wrap("start", (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (PythonException refused) {
                                if (!refused.summary().contains("can't start new thread")) {
                                    throw refused;
                                }
                                return PythonNone.NONE;
                            }
                        })),
                Saboteur.of(
                        "thread-names-missing",
                        "The module has no get_native_id.",
                        "THREAD-046 IDENT-017 IDENT-019 LOWLEVEL-009",
                        (table, interpreter) -> table.without("threading.get_native_id")),
                Saboteur.of(
                        "thread-support-cannot-be-refused",
                        "A subinterpreter without thread support starts threads.",
                        "THREAD-047",
                        (table, interpreter) -> table.wrapMethod(
                                "threadstone.Interpreter", "start_thread", (self, args, original) -> PythonNone.NONE)));
    }

    static Saboteur thread(String name, String breaks, String requirements, Saboteur.TypePatch<Thread> patch) {
        return Saboteur.on(TYPE, Thread.class, name, breaks, requirements, patch);
    }

    private static void startInConstructor(OperationTable table, Interpreter interpreter) {
        var fresh = new Marks();
        table.on(TYPE, Thread.class)
                .wrapConstructor((nobody, args, original) -> {
                    var made = (Thread) original.call(nobody, args);
                    if (args.get("target") instanceof PythonCallable) {
                        fresh.add(made);
                        made.start();
                    }
                    return made;
                })
                .wrap("start", (self, args, original) -> {
                    var first = fresh.has(self);
                    fresh.remove(self);
                    return first ? PythonNone.NONE : original.call(self, args);
                });
    }

    /** How a thread starts that has never been started and whose target ends by itself. */
    private interface Start {
        void of(Thread thread);
    }

    private static void replaceStart(OperationTable table, Start start) {
        Map<Object, PythonCallable> targets = new WeakHashMap<>();
        table.on(TYPE, Thread.class)
                .wrapConstructor((nobody, args, original) -> {
                    var made = original.call(nobody, args);
                    target(args, made, targets);
                    return made;
                })
                .wrap("start", (self, args, original) -> {
                    var target = targets.remove(self);
                    if (target == null) {
                        return original.call(self, args);
                    }
                    start.of(self);
                    return PythonNone.NONE;
                });
    }

    private static void target(Args args, Object made, Map<Object, PythonCallable> targets) {
        if (args.get("target") instanceof PythonCallable target && !target.waitsForOrders()) {
            targets.put(made, target);
        }
    }
}
