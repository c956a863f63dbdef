package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.ThreadSaboteurs.thread;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonReal;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Thread;
import java.util.List;

/** Saboteurs of {@code Thread.join}. */
final class JoinSaboteurs {

    private JoinSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                thread(
                        "join-does-not-wait",
                        "join() returns at once.",
                        "THREAD-025 THREAD-026 THREAD-029 THREAD-032 THREAD-035 THREAD-038 THREAD-041 "
                                + "TIMER-019 EXC-002 GIL-001 GIL-020 OWN-001 PATTERN-013 PATTERN-015 SHUTDOWN-004 "
                                + "SIGNAL-013",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) ->
                                        original.call(self, args.isNone("timeout") ? args.with("timeout", 0L) : args))),
                thread(
                        "join-tells-the-end",
                        "join() returns whether the thread has ended.",
                        "THREAD-010 THREAD-025 THREAD-026 THREAD-027 THREAD-028 THREAD-029 THREAD-030 "
                                + "THREAD-031 THREAD-032 THREAD-034 THREAD-035 THREAD-038 THREAD-041 DEADLOCK-019 "
                                + "TIMER-014 TIMER-019 TIMER-021 DEBUG-010 EXC-002 GIL-014 IMPORT-008 PATTERN-011 "
                                + "PATTERN-021 PATTERN-022 SHUTDOWN-004 SIGNAL-013 VISIB-002",
                        (thread, interpreter) -> thread.wrap("join", (self, args, original) -> {
                            original.call(self, args);
                            return !self.isAlive();
                        })),
                thread(
                        "join-timeout-returns-false",
                        "A join that timed out returns False.",
                        "THREAD-026 THREAD-027 THREAD-029 THREAD-030 THREAD-031 DEADLOCK-019 DEBUG-010 "
                                + "IMPORT-008 PATTERN-022",
                        (thread, interpreter) -> thread.wrap("join", (self, args, original) -> {
                            var result = original.call(self, args);
                            return self.isAlive() ? (Object) false : result;
                        })),
                thread(
                        "join-ignores-timeout",
                        "A join with a timeout waits without limit.",
                        "THREAD-026 THREAD-027 THREAD-029 DEADLOCK-019 DEBUG-010 IMPORT-008 LOWLEVEL-014 "
                                + "OWN-005 PATTERN-022 PATTERN-023",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) -> original.call(
                                        self, isTimed(args) ? args.with("timeout", PythonNone.NONE) : args))),
                thread(
                        "join-timeout-returns-early",
                        "A timed join gives up after half its timeout.",
                        "THREAD-027 LOWLEVEL-014",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) -> original.call(
                                        self,
                                        isTimed(args) ? args.with("timeout", args.number("timeout") / 2) : args))),
                thread(
                        "join-uses-up-timeout",
                        "A timed join returns only when its timeout has passed.",
                        "THREAD-028 IDENT-028 LOWLEVEL-014 OWN-005",
                        (thread, interpreter) -> thread.wrap("join", (self, args, original) -> {
                            if (isTimed(args)) {
                                new Crowd(interpreter).sleep(args.number("timeout"));
                            }
                            return original.call(self, isTimed(args) ? args.with("timeout", 0L) : args);
                        })),
                thread(
                        "join-once-after-timeout",
                        "A thread cannot be joined again once a join has timed out.",
                        "THREAD-029 PATTERN-023",
                        (thread, interpreter) -> onlyOnce(thread, JoinSaboteurs::isTimed)),
                thread(
                        "join-zero-waits",
                        "join(0) and less wait without limit.",
                        "THREAD-030 THREAD-031",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) -> original.call(
                                        self,
                                        args.get("timeout") instanceof Long && args.number("timeout") <= 0
                                                ? args.with("timeout", PythonNone.NONE)
                                                : args))),
                thread(
                        "join-accepts-text",
                        "A text is accepted as the timeout of join.",
                        "THREAD-032",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) -> original.call(
                                        self,
                                        args.get("timeout") instanceof String ? args.with("timeout", 0L) : args))),
                thread(
                        "join-refuses-fractions",
                        "Fractions and decimals are refused as the timeout of join, as they were before 3.15.",
                        "THREAD-033",
                        (thread, interpreter) -> thread.wrap("join", (self, args, original) -> {
                            if (args.get("timeout") instanceof PythonReal) {
                                throw PythonException.typeError(
                                        "'Fraction' object cannot be interpreted as an integer");
                            }
                            return original.call(self, args);
                        })),
                thread(
                        "join-once",
                        "A thread that was joined cannot be joined again.",
                        "THREAD-034",
                        (thread, interpreter) -> onlyOnce(thread, args -> args.isNone("timeout"))),
                thread(
                        "join-one-at-a-time",
                        "Only one thread can join a thread at one time.",
                        "THREAD-035",
                        JoinSaboteurs::oneAtATime),
                thread(
                        "join-self-deadlocks",
                        "A thread that joins itself waits for ever.",
                        "THREAD-036",
                        (thread, interpreter) -> thread.wrap("join", (self, args, original) -> {
                            if (self.equals(interpreter.threading().currentThread())) {
                                new Crowd(interpreter).await();
                            }
                            return original.call(self, args);
                        })),
                thread(
                        "join-unstarted-returns",
                        "join() of a thread that was not started returns at once.",
                        "THREAD-019 THREAD-037 OWN-003",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) ->
                                        self.ident() == null ? PythonNone.NONE : original.call(self, args))));
    }

    private static boolean isTimed(Args args) {
        return args.get("timeout") instanceof Double && args.number("timeout") > 0;
    }

    /** Which joins are the last that a thread allows. */
    private interface Last {
        boolean is(Args args);
    }

    private static void onlyOnce(TypeOperations<Thread> thread, Last last) {
        var joined = new Marks();
        thread.wrap("join", (self, args, original) -> {
            if (joined.has(self)) {
                throw new RuntimeError("thread has been joined");
            }
            var result = original.call(self, args);
            if (last.is(args)) {
                joined.add(self);
            }
            return result;
        });
    }

    private static void oneAtATime(TypeOperations<Thread> thread, Interpreter interpreter) {
        var joining = new Marks();
        thread.wrap("join", (self, args, original) -> {
            if (!joining.add(self)) {
                throw new RuntimeError("thread is being joined");
            }
            try {
                return original.call(self, args);
            } finally {
                joining.remove(self);
            }
        });
    }
}
