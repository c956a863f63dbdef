package dev.threadstone.reference;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.platform.RealPlatform;
import dev.threadstone.reference.platform.SimulatedPlatform;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterpreterTest {

    @Test
    void aProgramNeedsNoMoreThanAPlatformAndAMainBody() {
        try (var platform = RealPlatform.create(1)) {
            var interpreter = new Interpreter(platform, InterpreterOptions.DEFAULTS);
            interpreter.start(PyCallable.of(() -> {
                var lock = new Lock(interpreter);
                lock.acquire();
                var worker = new Thread(interpreter, PyCallable.of(() -> {
                    if (!lock.acquire(Timeout.of(2, MILLISECONDS))) {
                        interpreter.stdout().write("too late");
                    }
                }));
                worker.start();
                worker.join();
            }));
            while (interpreter.exit().isEmpty()) {
                platform.elapse(Duration.ofMillis(1), Duration.ofSeconds(30));
            }
            assertThat(interpreter.exit()).contains(new Exit(0, "too late", ""));
        }
    }

    @Test
    void itRunsOneMainBodyOnly() {
        try (var platform = SimulatedPlatform.create(1)) {
            var interpreter = new Interpreter(platform, InterpreterOptions.DEFAULTS);
            interpreter.start(PyCallable.of(() -> {}));
            assertThatThrownBy(() -> interpreter.start(PyCallable.of(() -> {})))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("started before");
        }
    }

    @Test
    void aThreadFromOutsideMayNotTouchPythonObjects() {
        try (var platform = SimulatedPlatform.create(1)) {
            var interpreter = new Interpreter(platform, InterpreterOptions.DEFAULTS);
            var event = new Event(interpreter);
            assertThatThrownBy(event::set).isInstanceOf(IllegalStateException.class);
            assertThat(event.toString()).endsWith(": unset>");
            assertThat(new Thread(interpreter).toString()).isEqualTo("<Thread(Thread-1, initial)>");
        }
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        assertThat(traceOf(7)).isEqualTo(traceOf(7)).isNotEqualTo(traceOf(8));
    }

    @Test
    void levelsAreParsedAndCompared() {
        assertThat(PythonLevel.parse("3.9")).isEqualTo(new PythonLevel(3, 9)).hasToString("3.9");
        assertThat(PythonLevel.parse("3.9").atLeast(10)).isFalse();
        for (String wrong : List.of("3.7", "3.16", "2.7", "3", "x", "")) {
            assertThatThrownBy(() -> PythonLevel.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected");
        }
    }

    @Test
    void lowLevelThreadsAreNotWaitedForAndLeaveNoTrace() {
        Exit exit = Program.exitOf(program -> {
            var interpreter = program.interpreter();
            var threading = interpreter.threading();
            var never = new Event(interpreter);
            long ident = threading.lowLevel().startNewThread(PyCallable.of(never::await), List.of(), Map.of());
            assertThat(ident).isPositive();
            program.rest();
            assertThat(threading.activeCount()).isEqualTo(1);
            threading
                    .lowLevel()
                    .startNewThread(
                            PyCallable.named("failing", () -> {
                                throw new ValueError("boom");
                            }),
                            List.of(),
                            Map.of());
            program.rest();
        });
        assertThat(exit.status()).isZero();
        assertThat(exit.stderr()).contains("thread started by: failing", "ValueError: boom");
    }

    private static long traceOf(long seed) {
        try (var platform = SimulatedPlatform.create(seed)) {
            var interpreter = new Interpreter(platform, InterpreterOptions.DEFAULTS);
            interpreter.start(PyCallable.of(() -> {
                var event = new Event(interpreter);
                for (int i = 0; i < 4; i++) {
                    new Thread(interpreter, PyCallable.of(event::await)).start();
                }
                event.set();
            }));
            platform.settle(Duration.ofSeconds(30));
            return platform.trace().hash();
        }
    }
}
