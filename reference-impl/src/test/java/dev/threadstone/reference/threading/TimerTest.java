package dev.threadstone.reference.threading;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Exit;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.RuntimeError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimerTest {

    private static final Timeout HOUR = Timeout.of(1, HOURS);

    @Test
    void itCallsItsFunctionOnceInItsOwnThreadWhenTheIntervalHasPassed() {
        Program.simulated(program -> {
            List<Object> log = new ArrayList<>();
            var timer = new Timer(
                    program.interpreter(),
                    Timeout.ofSeconds(3),
                    PyCallable.of(
                            () -> log.add(program.interpreter().threading().currentThread())));
            program.elapse(Duration.ofSeconds(9));
            timer.start();
            program.elapse(Duration.ofSeconds(2));
            assertThat(log).isEmpty();
            assertThat(timer.isAlive()).isTrue();
            program.elapse(Duration.ofSeconds(1));
            assertThat(log).containsExactly(timer);
            assertThat(timer.isAlive()).isFalse();
            program.elapse(Duration.ofSeconds(9));
            assertThat(log).hasSize(1);
        });
    }

    @Test
    void anIntervalOfZeroOrLessCallsAtOnce() {
        Program.everywhere(program -> {
            var calls = new AtomicInteger();
            for (double seconds : new double[] {0, -1, Double.NaN}) {
                var timer = new Timer(
                        program.interpreter(), Timeout.ofSeconds(seconds), PyCallable.of(calls::incrementAndGet));
                timer.start();
                timer.join();
            }
            assertThat(calls).hasValue(3);
        });
    }

    @Test
    void itCallsWithTheArgumentsThatItHasWhenItRuns() {
        Program.everywhere(program -> {
            List<@Nullable Object> seen = Collections.synchronizedList(new ArrayList<>());
            PyCallable function = (args, kwargs) -> {
                seen.add(List.copyOf(args) + " " + Map.copyOf(kwargs));
                return null;
            };
            var given = new Timer(program.interpreter(), 0, function, new ArrayList<>(List.of(1, "x")), Map.of("k", 2));
            var changed = new Timer(program.interpreter(), HOUR, PyCallable.of(() -> {}));
            var untouched = new Timer(program.interpreter(), Timeout.ofSeconds(0), function);
            changed.args().add(7);
            changed.setKwargs(Map.of("late", true));
            changed.setFunction(function);
            changed.setInterval(1e-3);
            for (Timer timer : List.of(given, changed, untouched)) {
                timer.start();
                timer.join();
            }
            assertThat(seen).containsExactly("[1, x] {k=2}", "[7] {late=true}", "[] {}");
        });
    }

    @Test
    void cancelEndsAWaitingTimerAtOnceAndItNeverCalls() {
        Program.everywhere(program -> {
            var calls = new AtomicInteger();
            var waiting = new Timer(program.interpreter(), HOUR, PyCallable.of(calls::incrementAndGet));
            var early =
                    new Timer(program.interpreter(), "no number", PyCallable.of(calls::incrementAndGet), null, null);
            var endless = new Timer(program.interpreter(), null, PyCallable.of(calls::incrementAndGet), null, null);
            waiting.start();
            endless.start();
            early.cancel();
            early.start();
            program.rest();
            assertThat(waiting.finished().isSet()).isFalse();
            assertThat(endless.isAlive()).isTrue();
            waiting.cancel();
            waiting.cancel();
            endless.cancel();
            assertThat(waiting.finished().isSet()).isTrue();
            List.of(waiting, early, endless).forEach(Thread::join);
            assertThatThrownBy(waiting::start).isInstanceOf(RuntimeError.class);
            assertThat(calls).hasValue(0);
        });
    }

    @Test
    void cancelDoesNotInterruptTheFunction() {
        Program.everywhere(program -> {
            var gate = new Event(program.interpreter());
            List<Boolean> finished = new ArrayList<>();
            List<Timer> self = new ArrayList<>();
            var timer = new Timer(program.interpreter(), Timeout.ofSeconds(0), PyCallable.of(() -> {
                finished.add(self.get(0).finished().isSet());
                gate.await();
                finished.add(self.get(0).finished().isSet());
            }));
            self.add(timer);
            timer.start();
            program.rest();
            timer.cancel();
            assertThat(timer.isAlive()).isTrue();
            gate.set();
            timer.join();
            assertThat(finished).containsExactly(false, true);
            timer.cancel();
        });
    }

    @Test
    void anIntervalThatIsNoTimeoutFailsInTheThreadOfTheTimer() {
        Program.everywhere(program -> {
            List<String> failures = Collections.synchronizedList(new ArrayList<>());
            program.interpreter()
                    .threading()
                    .exceptHooks()
                    .install(args -> failures.add(
                            args.excType() + " in " + args.thread().getClass().getSimpleName()));
            for (Object interval : new Object[] {"x", 1e100}) {
                var timer = new Timer(program.interpreter(), interval, PyCallable.of(() -> {}), null, null);
                timer.start();
                timer.join();
                assertThat(timer.finished().isSet()).isFalse();
            }
            assertThat(failures).containsExactly("TypeError in Timer", "OverflowError in Timer");
        });
    }

    @Test
    void afterAFunctionThatRaisedFinishedStaysClear() {
        Program.everywhere(program -> {
            List<String> failures = Collections.synchronizedList(new ArrayList<>());
            program.interpreter().threading().exceptHooks().install(args -> failures.add(args.excType()));
            var timer = new Timer(program.interpreter(), Timeout.of(1, MILLISECONDS), PyCallable.of(() -> {
                throw new RuntimeError("boom");
            }));
            timer.start();
            timer.join();
            assertThat(failures).containsExactly("RuntimeError");
            assertThat(timer.finished().isSet()).isFalse();
        });
    }

    @Test
    void aSubclassMayRepeat() {
        Program.everywhere(program -> {
            var calls = new AtomicInteger();
            var timer = new Timer(program.interpreter(), Timeout.of(1, MILLISECONDS), PyCallable.of(() -> {})) {
                @Override
                public void run() {
                    while (!finished().await(Timeout.of(1, MILLISECONDS))) {
                        if (calls.incrementAndGet() == 3) {
                            cancel();
                        }
                    }
                }
            };
            timer.start();
            timer.join();
            assertThat(calls).hasValue(3);
        });
    }

    @Test
    void aWaitingTimerKeepsTheInterpreterAliveUnlessItIsDaemonic() {
        Exit patient = Program.exitOf(program -> timerThatPrints(program).start());
        assertThat(patient.stdout()).isEqualTo("ring");
        Exit hasty = Program.exitOf(program -> {
            Timer timer = timerThatPrints(program);
            timer.setDaemon(true);
            timer.start();
        });
        assertThat(hasty.stdout()).isEmpty();
    }

    @Test
    void itsTextIsThatOfAThread() {
        Program.simulated(
                program -> assertThat(timerThatPrints(program).toString()).isEqualTo("<Timer(Thread-1, initial)>"));
    }

    private static Timer timerThatPrints(Program program) {
        return new Timer(
                program.interpreter(),
                Timeout.ofSeconds(5),
                PyCallable.of(() -> program.interpreter().stdout().write("ring")));
    }
}
