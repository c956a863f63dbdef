package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Lock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Saboteurs of waits that a signal reaches. */
final class SignalSaboteurs {

    private SignalSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "lock-signal-ends-wait",
                        "acquire() returns False once a signal handler has run.",
                        "LOCK-041 SIGNAL-011 SIGNAL-027",
                        SignalSaboteurs::endWait),
                Saboteur.of(
                        "lock-signal-restarts-timeout",
                        "A timed acquire during which a signal handler has run waits its whole timeout again.",
                        "LOCK-042 SIGNAL-012 SIGNAL-016",
                        SignalSaboteurs::restartTimeout));
    }

    private static void endWait(OperationTable table, Interpreter interpreter) {
        var crowds = new Crowds(interpreter);
        var handled = new AtomicInteger();
        count(table, handled);
        table.on(LockSaboteurs.TYPE, Lock.class)
                .wrap("acquire", (self, args, original) -> {
                    var before = handled.get();
                    if (LockWaitingSaboteurs.isPlain(args)
                            && interpreter.current().isMain()) {
                        crowds.of(self).await(() -> !self.locked() || handled.get() != before);
                        return original.call(self, args.with("blocking", false));
                    }
                    return original.call(self, args);
                })
                .wrap("release", (self, args, original) -> {
                    var result = original.call(self, args);
                    crowds.of(self).releaseAll();
                    return result;
                });
    }

    private static void restartTimeout(OperationTable table, Interpreter interpreter) {
        var handled = new AtomicInteger();
        count(table, handled);
        table.on(LockSaboteurs.TYPE, Lock.class).wrap("acquire", (self, args, original) -> {
            var before = handled.get();
            var result = original.call(self, args);
            var again = AcquireSaboteurs.isTimed(args) && result.equals(false) && handled.get() != before;
            return again ? original.call(self, args) : result;
        });
    }

    /** Counts the handlers that have run. */
    static void count(OperationTable table, AtomicInteger handled) {
        table.wrapFunction("signal.signal", (nobody, args, original) -> {
            if (!(args.get("handler") instanceof PythonCallable handler)) {
                return original.call(nobody, args);
            }
            return original.call(
                    nobody, args.with("handler", PythonCallable.of(handler.name(), (positional, keywords) -> {
                        var result = handler.call(positional, keywords);
                        handled.incrementAndGet();
                        return result;
                    })));
        });
    }
}
