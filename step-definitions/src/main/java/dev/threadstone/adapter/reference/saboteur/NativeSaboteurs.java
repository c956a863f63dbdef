package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.threading.Lock;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Saboteurs of native code: foreign threads, and who holds the lock when. */
final class NativeSaboteurs {

    private static final String GATE = "threadstone.NativeGate";

    /** So often does a finalization that waits look whether others want to run. */
    private static final int LOOKS = 200;

    private NativeSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "native-lock-not-held-inside",
                        "Ensure returns in a foreign thread without the lock.",
                        "NATIVE-003 NATIVE-004",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.gil_held",
                                (nobody, args, original) ->
                                        interpreter.current().isMain() && (boolean) original.call(nobody, args))),
                Saboteur.of(
                        "native-inner-ensure-forgets",
                        "An inner Ensure says that the lock was not held.",
                        "NATIVE-004 NATIVE-005",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.gil_ensure", (nobody, args, original) -> {
                                    original.call(nobody, args);
                                    return false;
                                })),
                Saboteur.of(
                        "native-ensure-changes-thread-state",
                        "Ensure makes a new thread state in a thread that has one.",
                        "NATIVE-005",
                        NativeSaboteurs::renewThreadStates),
                Saboteur.of(
                        "native-state-is-kept",
                        "The thread state of a foreign thread outlives its Release.",
                        "NATIVE-006",
                        NativeSaboteurs::keepFrames),
                Saboteur.of(
                        "native-callbacks-are-lost",
                        "Of several foreign threads that call back at once one gets no turn.",
                        "NATIVE-008",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.start_native_threads",
                                (nobody, args, original) -> original.call(
                                        nobody,
                                        args.with(
                                                "number", args.integer("number").subtract(BigInteger.ONE))))),
                Saboteur.of(
                        "native-region-lets-nobody-run",
                        "A region that allows threads keeps the lock.",
                        "NATIVE-010",
                        (table, interpreter) ->
                                table.wrapMethod(GATE, "wait_allowing_threads", (self, args, original) -> {
                                    new Crowd(interpreter).freeze();
                                    return true;
                                })),
                Saboteur.of(
                        "native-code-drops-lock",
                        "Native code that keeps the lock loses it all the same.",
                        "NATIVE-011",
                        (table, interpreter) -> table.wrapMethod(GATE, "wait_holding_gil", (self, args, original) -> {
                            start(interpreter, args.callable("opener"));
                            new Crowd(interpreter).sleep(args.number("seconds"));
                            return true;
                        })),
                Saboteur.of(
                        "native-region-holds-lock",
                        "The lock is held inside of a region that allows threads.",
                        "NATIVE-012",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.gil_held_while_allowing_threads", (nobody, args, original) -> true)),
                Saboteur.of(
                        "native-pending-call-at-once",
                        "A pending call is made at once, by the thread that queues it.",
                        "NATIVE-013",
                        (table, interpreter) ->
                                table.wrapFunction("threadstone.add_pending_call", (nobody, args, original) -> {
                                    args.callable("task").call();
                                    return true;
                                })),
                Saboteur.of(
                        "native-threads-run-on-at-exit",
                        "Finalization lets foreign threads go on for a while.",
                        "NATIVE-014",
                        NativeSaboteurs::letThemRunOn),
                Saboteur.of(
                        "native-ident-differs",
                        "Native code gets another identifier than get_ident().",
                        "NATIVE-015",
                        (table, interpreter) -> table.wrapFunction(
                                "threadstone.native_ident",
                                (nobody, args, original) -> (long) original.call(nobody, args) + 1)),
                Saboteur.of(
                        "native-guard-lets-in-late",
                        "Guarded attaching succeeds although finalization has begun.",
                        "NATIVE-016",
                        (table, interpreter) -> table.wrapMethod(
                                "threadstone.Interpreter", "attach_guarded", (self, args, original) -> {
                                    original.call(self, args);
                                    return true;
                                })),
                Saboteur.of(
                        "native-counter-is-guarded",
                        "Somebody guards the state of native code for it.",
                        "NATIVE-017",
                        (table, interpreter) -> {
                            var guard = new Lock(interpreter);
                            table.wrapMethod("threadstone.NativeCounter", "add_one", (self, args, original) -> {
                                guard.acquire();
                                original.call(self, args);
                                guard.release();
                                return PythonNone.NONE;
                            });
                        }),
                Saboteur.of(
                        "native-errors-reach-nobody",
                        "sys.unraisablehook is not told of the errors of foreign threads.",
                        "FINAL-004 LOWLEVEL-004 NATIVE-009",
                        NativeSaboteurs::swallowErrors));
    }

    private static void start(Interpreter interpreter, PythonCallable task) {
        interpreter.threading().lowLevel().startNewThread(PyCallable.of(task::call), List.of(), Map.of());
    }

    private static void renewThreadStates(OperationTable table, Interpreter interpreter) {
        var made = new AtomicLong();
        table.wrapFunction("threadstone.gil_ensure", (nobody, args, original) -> {
                    made.incrementAndGet();
                    return original.call(nobody, args);
                })
                .wrapFunction(
                        "threadstone.thread_state",
                        (nobody, args, original) -> (long) original.call(nobody, args) + made.get());
    }

    private static void keepFrames(OperationTable table, Interpreter interpreter) {
        Map<Object, Object> seen = new ConcurrentHashMap<>();
        table.wrapFunction("sys._current_frames", (nobody, args, original) -> {
            seen.putAll((Map<?, ?>) original.call(nobody, args));
            return new LinkedHashMap<>(seen);
        });
    }

    private static void letThemRunOn(OperationTable table, Interpreter interpreter) {
        table.wrapMethod(GATE, "open_at_finalization", (self, args, original) -> {
            interpreter.exitCallbacks().register(PyCallable.of(() -> clearTooEarly(interpreter)), List.of(), Map.of());
            return original.call(self, args);
        });
    }

    private static void clearTooEarly(Interpreter interpreter) {
        interpreter.heap().clearModules();
        for (int look = 0; look < LOOKS; look++) {
            interpreter.current().allowThreads(() -> {
                interpreter.platform().point(interpreter.heap(), Operation.READ);
                return true;
            });
        }
    }

    private static void swallowErrors(OperationTable table, Interpreter interpreter) {
        table.variable("sys.unraisablehook", () -> PythonNone.NONE, hook -> {});
    }
}
