package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.TimerSaboteurs.timer;

import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Timer;
import java.util.List;

/** Saboteurs of {@code threading.Timer}: its start, its end and its cancellation. */
final class TimerLifeSaboteurs {

    private TimerLifeSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                timer(
                        "timer-starts-itself",
                        "Constructing a timer starts it; start() does nothing.",
                        "TIMER-002 TIMER-009 TIMER-012 TIMER-018 TIMER-020 TIMER-021 TIMER-026 TIMER-029",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> {
                                    var made = (Timer) original.call(nobody, args);
                                    made.start();
                                    return made;
                                })
                                .action("start", "", (self, args) -> {})),
                timer(
                        "timer-start-waits",
                        "start() returns when a timer of some minutes or more has ended.",
                        "TIMER-005 TIMER-018 TIMER-019 TIMER-025 TIMER-026",
                        (type, interpreter) -> type.action("start", "", (self, args) -> {
                            self.start();
                            if (self.interval() instanceof Number interval && interval.doubleValue() > 60) {
                                self.join();
                            }
                        })),
                timer(
                        "timer-can-be-started-again",
                        "start() of a timer that was started does nothing.",
                        "TIMER-018",
                        (type, interpreter) -> type.action("start", "", (self, args) -> {
                            if (self.ident() == null) {
                                self.start();
                            }
                        })),
                cancelling(
                        "timer-cannot-be-cancelled",
                        "cancel() of a waiting timer does nothing.",
                        "TIMER-013 TIMER-017 TIMER-019",
                        (self, args, original) -> self.isAlive() ? PythonNone.NONE : original.call(self, args)),
                cancelling(
                        "timer-waits-on-when-cancelled",
                        "A cancelled timer calls nothing, but waits for the rest of its interval.",
                        "TIMER-013 TIMER-017 TIMER-019",
                        (self, args, original) -> {
                            if (!self.isAlive()) {
                                return original.call(self, args);
                            }
                            self.setFunction(PyCallable.of(() -> {}));
                            return PythonNone.NONE;
                        }),
                cancelling(
                        "timer-forgets-early-cancel",
                        "cancel() before start() does nothing.",
                        "TIMER-014 TIMER-030",
                        (self, args, original) -> self.ident() == null ? PythonNone.NONE : original.call(self, args)),
                cancelling(
                        "timer-refuses-late-cancel",
                        "cancel() after the call raises.",
                        "TIMER-015 TIMER-017",
                        (self, args, original) -> {
                            if (self.ident() != null
                                    && !self.isAlive()
                                    && self.finished().isSet()) {
                                throw new RuntimeError("the timer has fired");
                            }
                            return original.call(self, args);
                        }),
                cancelling(
                        "timer-refuses-cancel-by-others",
                        "Only the main thread can cancel a timer.",
                        "TIMER-017 TIMER-019",
                        (self, args, original) -> {
                            if (!self.interpreter().current().isMain()) {
                                throw new RuntimeError("cannot cancel this timer");
                            }
                            return original.call(self, args);
                        }),
                timer(
                        "timer-seems-dead-once-cancelled",
                        "is_alive() is False once the timer was cancelled, even while its function runs.",
                        "TIMER-016",
                        (type, interpreter) -> type.op(
                                "is_alive",
                                "",
                                (self, args) ->
                                        self.isAlive() && !self.finished().isSet())),
                timer(
                        "timer-alive-before-start",
                        "is_alive() is True before start().",
                        "TIMER-002 TIMER-020",
                        (type, interpreter) ->
                                type.op("is_alive", "", (self, args) -> self.ident() == null || self.isAlive())),
                timer(
                        "timer-join-does-not-wait",
                        "join() does not wait.",
                        "TIMER-019",
                        (type, interpreter) -> type.action("join", "timeout=None", (self, args) -> {})),
                timer(
                        "timer-is-daemon",
                        "Every timer is daemonic.",
                        "TIMER-025 TIMER-026",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> {
                            var made = (Timer) original.call(nobody, args);
                            made.setDaemon(true);
                            return made;
                        })),
                timer(
                        "timer-is-never-daemon",
                        "Assigning daemon is accepted and ignored.",
                        "TIMER-025 TIMER-026",
                        (type, interpreter) -> type.attribute("daemon", Timer::isDaemon, (self, value) -> {})));
    }

    private static Saboteur cancelling(
            String name, String breaks, String requirements, Operation.Wrapper<Timer> wrapper) {
        return timer(name, breaks, requirements, (type, interpreter) -> type.wrap("cancel", wrapper));
    }
}
