package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Lock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Saboteurs of signal handlers: who installs them, who runs them, when, and what comes of their exceptions. */
final class SignalHandlerSaboteurs {

    private static final String SPIN = "threadstone.spin";

    private SignalHandlerSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "signal-handler-runs-in-sender",
                        "A handler runs in the thread that sends or gets the signal.",
                        "SIGNAL-001 SIGNAL-016 SIGNAL-017 SIGNAL-024",
                        SignalHandlerSaboteurs::runInSender),
                Saboteur.of(
                        "signal-installed-by-worker",
                        "signal() does nothing in a worker, and does not raise.",
                        "SIGNAL-002",
                        (table, interpreter) -> silentInWorkers(table, interpreter, "signal.signal", PythonNone.NONE)),
                Saboteur.of(
                        "signal-wakeup-set-by-worker",
                        "set_wakeup_fd() does nothing in a worker, and does not raise.",
                        "SIGNAL-003",
                        (table, interpreter) -> silentInWorkers(table, interpreter, "signal.set_wakeup_fd", -1L)),
                Saboteur.of(
                        "signal-handler-comes-late",
                        "raise_signal() in the main thread returns, and the main thread goes on, before the handler runs.",
                        "SIGNAL-004",
                        SignalHandlerSaboteurs::comeLate),
                Saboteur.of(
                        "signal-handler-gets-no-frame",
                        "A handler gets None instead of the frame that it interrupts.",
                        "SIGNAL-004",
                        SignalHandlerSaboteurs::hideFrame),
                Saboteur.of(
                        "signal-waits-for-computation",
                        "A signal that comes while the main thread computes is handled by nobody.",
                        "SIGNAL-005",
                        SignalHandlerSaboteurs::waitForComputation),
                Saboteur.of(
                        "signal-handler-error-is-lost",
                        "What a handler raises reaches nobody.",
                        "BARRIER-038 COND-050 DEADLOCK-029 EVENT-022 LOCK-040 RLOCK-023 SEM-030 SIGNAL-007 "
                                + "SIGNAL-010 SIGNAL-013 SIGNAL-014 SIGNAL-015",
                        SignalHandlerSaboteurs::loseError),
                Saboteur.of(
                        "signal-handler-shares-locks",
                        "A handler acquires a Lock that the main thread holds.",
                        "SIGNAL-023",
                        SignalHandlerSaboteurs::shareLocks),
                Saboteur.of(
                        "signal-installed-in-subinterpreter",
                        "Code of a subinterpreter may install handlers.",
                        "SIGNAL-026",
                        (table, interpreter) -> table.wrapMethod(
                                "threadstone.Interpreter",
                                "install_handler",
                                (self, args, original) -> PythonNone.NONE)),
                Saboteur.of(
                        "signal-wakeup-is-forgotten",
                        "set_wakeup_fd() sets nothing.",
                        "SIGNAL-027",
                        (table, interpreter) -> table.wrapFunction("signal.set_wakeup_fd", (nobody, args, original) -> {
                            var descriptor = interpreter.current().isMain() ? args.with("fd", -1L) : args;
                            return original.call(nobody, descriptor);
                        })));
    }

    /** The callables that the scenario has installed, by the number of the signal. */
    private static Map<Long, PythonCallable> handlers(OperationTable table) {
        Map<Long, PythonCallable> handlers = new ConcurrentHashMap<>();
        table.wrapFunction("signal.signal", (nobody, args, original) -> {
            var previous = original.call(nobody, args);
            if (args.get("handler") instanceof PythonCallable handler) {
                handlers.put(number(args), handler);
            } else {
                handlers.remove(number(args));
            }
            return previous;
        });
        return handlers;
    }

    private static void runInSender(OperationTable table, Interpreter interpreter) {
        var handlers = handlers(table);
        for (var sending : List.of("signal.raise_signal", "signal.pthread_kill", "os.kill")) {
            table.wrapFunction(sending, (nobody, args, original) -> {
                var handler = handlers.get(number(args));
                if (handler == null || interpreter.current().isMain()) {
                    return original.call(nobody, args);
                }
                handler.call(number(args), PythonNone.NONE);
                return PythonNone.NONE;
            });
        }
    }

    private static void silentInWorkers(
            OperationTable table, Interpreter interpreter, String function, Object returned) {
        table.wrapFunction(
                function,
                (nobody, args, original) -> interpreter.current().isMain() ? original.call(nobody, args) : returned);
    }

    private static void comeLate(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("signal.raise_signal", (nobody, args, original) -> {
            if (!interpreter.current().isMain()) {
                return original.call(nobody, args);
            }
            interpreter.signals().deliver("SIGUSR1");
            return PythonNone.NONE;
        });
    }

    private static void hideFrame(OperationTable table, Interpreter interpreter) {
        wrapHandlers(
                table, (handler, positional) -> handler.call(List.of(positional.get(0), PythonNone.NONE), Map.of()));
    }

    private static void waitForComputation(OperationTable table, Interpreter interpreter) {
        var computing = new AtomicBoolean();
        wrapHandlers(
                table, (handler, positional) -> computing.get() ? PythonNone.NONE : handler.call(positional, Map.of()));
        table.wrapFunction(SPIN, (nobody, args, original) -> {
            computing.set(interpreter.current().isMain());
            var result = original.call(nobody, args);
            computing.set(false);
            return result;
        });
    }

    private static void loseError(OperationTable table, Interpreter interpreter) {
        wrapHandlers(table, (handler, positional) -> {
            try {
                return handler.call(positional, Map.of());
            } catch (RuntimeException lost) {
                return PythonNone.NONE;
            }
        });
    }

    private static void shareLocks(OperationTable table, Interpreter interpreter) {
        var handling = new AtomicBoolean();
        var held = new Marks();
        wrapHandlers(table, (handler, positional) -> {
            handling.set(true);
            var result = handler.call(positional, Map.of());
            handling.set(false);
            return result;
        });
        table.on(LockSaboteurs.TYPE, Lock.class).wrap("acquire", (self, args, original) -> {
            var main = interpreter.current().isMain();
            if (main && handling.get() && held.has(self)) {
                return true;
            }
            var result = original.call(self, args);
            if (main && result.equals(true)) {
                held.add(self);
            }
            return result;
        });
    }

    /** What stands around a handler. */
    @FunctionalInterface
    private interface Around {
        Object call(PythonCallable handler, List<Object> positional);
    }

    private static void wrapHandlers(OperationTable table, Around around) {
        table.wrapFunction(
                "signal.signal",
                (nobody, args, original) -> args.get("handler") instanceof PythonCallable handler
                        ? original.call(
                                nobody,
                                args.with(
                                        "handler",
                                        PythonCallable.of(
                                                handler.name(),
                                                (positional, keywords) -> around.call(handler, positional))))
                        : original.call(nobody, args));
    }

    private static long number(Args args) {
        return args.integer("signalnum").longValueExact();
    }
}
