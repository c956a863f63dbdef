package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.signals.Disposition;
import dev.threadstone.reference.signals.Signal;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.Thread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Saboteurs of interrupts, simulated ones too, of interrupted waits, and of signal masks. */
final class InterruptSaboteurs {

    private static final String INTERRUPT_MAIN = "_thread.interrupt_main";
    private static final String SLEEP = "time.sleep";
    private static final double NANOS = 1e9;

    private InterruptSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "interrupt-is-ignored-in-sleep",
                        "A main thread that has once called sleep() ignores interrupts.",
                        "SIGNAL-008 SIGNAL-009 SIGNAL-020 SIGNAL-025",
                        InterruptSaboteurs::ignoreInSleep),
                Saboteur.of(
                        "interrupt-reaches-workers",
                        "Workers that wait for a Lock get KeyboardInterrupt when the main thread does.",
                        "DEADLOCK-009 DEADLOCK-016 DEADLOCK-020 DEADLOCK-026 LOCK-030 PATTERN-028 SIGNAL-009",
                        InterruptSaboteurs::reachWorkers),
                Saboteur.of(
                        "sleep-ends-at-signal",
                        "time.sleep() returns once a handler has run.",
                        "SIGNAL-015",
                        InterruptSaboteurs::endSleep),
                Saboteur.of(
                        "interrupted-join-marks-finished",
                        "A thread whose join() was interrupted counts as finished.",
                        "SIGNAL-013",
                        InterruptSaboteurs::markFinished),
                Saboteur.of(
                        "interrupt-main-is-lost",
                        "interrupt_main() does nothing.",
                        "SIGNAL-020 SIGNAL-021 SIGNAL-022",
                        (table, interpreter) ->
                                table.wrapFunction(INTERRUPT_MAIN, (nobody, args, original) -> PythonNone.NONE)),
                Saboteur.of(
                        "interrupt-main-knows-one-signal",
                        "interrupt_main() simulates SIGINT whatever its argument.",
                        "SIGNAL-021",
                        (table, interpreter) -> table.wrapFunction(
                                INTERRUPT_MAIN,
                                (nobody, args, original) ->
                                        original.call(nobody, args.with("signum", (long) Signal.SIGINT.number())))),
                Saboteur.of(
                        "pthread-kill-refuses-zero",
                        "pthread_kill() raises ValueError for signal number zero.",
                        "SIGNAL-017",
                        (table, interpreter) -> table.wrapFunction("signal.pthread_kill", (nobody, args, original) -> {
                            if (args.get("signalnum").equals(0L)) {
                                throw new ValueError("signal number out of range");
                            }
                            return original.call(nobody, args);
                        })),
                Saboteur.of(
                        "signal-mask-of-process",
                        "pthread_sigmask() changes the mask of all threads.",
                        "SIGNAL-018",
                        InterruptSaboteurs::shareMask),
                Saboteur.of(
                        "sigwait-calls-handler",
                        "A signal that sigwait() gets is handled as well.",
                        "SIGNAL-019",
                        InterruptSaboteurs::handleAwaited));
    }

    private static void ignoreInSleep(OperationTable table, Interpreter interpreter) {
        table.wrapFunction(SLEEP, (nobody, args, original) -> {
            if (interpreter.current().isMain()) {
                interpreter.signals().signal(Signal.SIGINT.number(), Disposition.SIG_IGN);
            }
            return original.call(nobody, args);
        });
    }

    private static void reachWorkers(OperationTable table, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        var interrupted = new AtomicBoolean();
        table.on(LockSaboteurs.TYPE, Lock.class)
                .wrap("acquire", (self, args, original) -> {
                    if (interpreter.current().isMain() || !LockWaitingSaboteurs.isPlain(args)) {
                        return original.call(self, args);
                    }
                    crowds.of(self).await(() -> !self.locked() || interrupted.get());
                    if (interrupted.get()) {
                        throw new KeyboardInterrupt();
                    }
                    return original.call(self, args);
                })
                .wrap("release", (self, args, original) -> {
                    var result = original.call(self, args);
                    crowds.of(self).releaseAll();
                    return result;
                });
        table.wrapFunction(SLEEP, (nobody, args, original) -> {
            try {
                return original.call(nobody, args);
            } catch (PythonException raised) {
                interrupted.set(raised.isInstanceOf("KeyboardInterrupt"));
                crowds.releaseEverybody();
                throw raised;
            }
        });
    }

    private static void endSleep(OperationTable table, Interpreter interpreter) {
        var handled = new AtomicInteger();
        SignalSaboteurs.count(table, handled);
        var sleepers = new Crowd(interpreter);
        table.wrapFunction(SLEEP, (nobody, args, original) -> {
            var before = handled.get();
            var time = Duration.ofNanos((long) (args.number("seconds") * NANOS));
            var end = Deadline.after(interpreter.platform(), time);
            interpreter.current().waitUntil(() -> handled.get() != before, sleepers, end);
            return PythonNone.NONE;
        });
    }

    private static void markFinished(OperationTable table, Interpreter interpreter) {
        var finished = new Marks();
        table.on(ThreadSaboteurs.TYPE, Thread.class)
                .wrap("join", (self, args, original) -> {
                    if (finished.has(self)) {
                        return PythonNone.NONE;
                    }
                    try {
                        return original.call(self, args);
                    } catch (PythonException raised) {
                        if (raised.isInstanceOf("ValueError")) {
                            finished.add(self);
                        }
                        throw raised;
                    }
                })
                .wrap(
                        "is_alive",
                        (self, args, original) -> finished.has(self) ? (Object) false : original.call(self, args));
    }

    private static void shareMask(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("signal.pthread_sigmask", (nobody, args, original) -> {
            var previous = original.call(nobody, args);
            var mask = interpreter.signals().mask();
            interpreter
                    .threadStates()
                    .all()
                    .forEach(thread -> interpreter.signals().inherit(thread, mask));
            return previous;
        });
    }

    private static void handleAwaited(OperationTable table, Interpreter interpreter) {
        Map<Object, PythonCallable> handlers = new ConcurrentHashMap<>();
        table.wrapFunction("signal.signal", (nobody, args, original) -> {
            if (args.get("handler") instanceof PythonCallable handler) {
                handlers.put(args.get("signalnum"), handler);
            }
            return original.call(nobody, args);
        });
        table.wrapFunction("signal.sigwait", (nobody, args, original) -> {
            var signal = original.call(nobody, args);
            var handler = handlers.get(signal);
            if (handler != null) {
                interpreter.pendingCalls().add(() -> handler.call(signal, PythonNone.NONE));
            }
            return signal;
        });
    }
}
