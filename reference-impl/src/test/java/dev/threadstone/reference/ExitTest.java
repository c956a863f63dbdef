package dev.threadstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.SystemExit;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.platform.RealPlatform;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadOptions;
import dev.threadstone.reference.threading.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExitTest {

    @Test
    void theStatusIsThatOfTheMainBody() {
        assertThat(Program.exitOf(program -> {})).isEqualTo(new Exit(0, "", ""));
        assertThat(Program.exitOf(raising(new SystemExit(null))).status()).isZero();
        assertThat(Program.exitOf(raising(new SystemExit(7)))).isEqualTo(new Exit(7, "", ""));
        assertThat(Program.exitOf(raising(new SystemExit("bad")))).isEqualTo(new Exit(1, "", "bad\n"));
        assertThat(Program.exitOf(raising(new ValueError("boom"))))
                .isEqualTo(new Exit(1, "", "Traceback (most recent call last):\nValueError: boom\n"));
        assertThat(Program.exitOf(raising(new KeyboardInterrupt())).status()).isEqualTo(-2);
    }

    @Test
    void theInterpreterWaitsForNonDaemonThreadsAndWhatTheyStart() {
        for (Exit exit : allExits(program -> program.started(() -> {
            program.rest();
            program.interpreter().stdout().write("child;");
            program.started(() -> {
                program.rest();
                program.interpreter().stdout().write("grandchild;");
            });
        }))) {
            assertThat(exit).isEqualTo(new Exit(0, "child;grandchild;", ""));
        }
    }

    @Test
    void daemonThreadsRunUntilTheLastNonDaemonThreadHasEndedAndThenStopWhereTheyStand() {
        for (Exit exit : allExits(program -> {
            var interpreter = program.interpreter();
            var never = new Event(interpreter);
            daemon(program, () -> {
                try {
                    interpreter.stdout().write("daemon;");
                    never.await();
                } finally {
                    interpreter.stdout().write("cleanup;");
                }
            });
            program.started(() -> {
                program.rest();
                interpreter.stdout().write("last;");
            });
        })) {
            assertThat(exit.status()).isZero();
            assertThat(exit.stderr()).isEmpty();
            assertThat(exit.stdout()).isEqualTo("daemon;last;");
        }
    }

    @Test
    void aDaemonThatIsWokenByTheEndRunsNoMore() {
        for (Exit exit : allExits(program -> {
            var lock = new Lock(program.interpreter());
            lock.acquire();
            daemon(program, () -> {
                lock.acquire(Timeout.ofSeconds(0.001));
                program.interpreter().stdout().write("ran;");
                while (true) {
                    lock.acquire(Timeout.ofSeconds(0.001));
                }
            });
            program.rest();
            throw new SystemExit(7);
        })) {
            assertThat(exit.status()).isEqualTo(7);
            assertThat(exit.stderr()).isEmpty();
            assertThat(exit.stdout()).isIn("", "ran;");
        }
    }

    @Test
    void aSpinningDaemonDoesNotKeepTheInterpreterFromExiting() {
        Consumer<Program> main = program -> {
            daemon(program, () -> {
                while (true) {
                    program.interpreter().current().checkpoint();
                }
            });
            throw new SystemExit(3);
        };
        assertThat(Program.real(InterpreterOptions.DEFAULTS, main).status()).isEqualTo(3);
        InterpreterOptions free = InterpreterOptions.DEFAULTS.withBuild(Build.FREE_THREADED);
        assertThat(Program.real(free, main).status()).isEqualTo(3);
    }

    @Test
    void exitCallbacksRunInTheMainThreadLatestFirstAfterTheLastNonDaemonThread() {
        for (Exit exit : allExits(program -> {
            var interpreter = program.interpreter();
            interpreter.exitCallbacks().register(writing(interpreter, "first;"));
            program.started(() -> {
                program.rest();
                interpreter.stdout().write("thread;");
                interpreter.exitCallbacks().register(PyCallable.of(() -> {
                    boolean inMain = interpreter.current().isMain();
                    interpreter.stdout().write("second in main " + inMain + ";");
                }));
            });
        })) {
            assertThat(exit).isEqualTo(new Exit(0, "thread;second in main true;first;", ""));
        }
    }

    @Test
    void anExitCallbackThatRaisesIsReportedAndTheOthersRun() {
        Exit exit = Program.exitOf(program -> {
            program.interpreter().exitCallbacks().register(writing(program.interpreter(), "first;"));
            program.interpreter().exitCallbacks().register(PyCallable.of(() -> {
                throw new ValueError("boom");
            }));
        });
        assertThat(exit.stdout()).isEqualTo("first;");
        assertThat(exit.stderr()).contains("Exception ignored in atexit callback", "ValueError: boom");
        assertThat(exit.status()).isZero();
    }

    @Test
    void whoJoinsTheMainThreadGoesOnWhenItsBodyHasEnded() {
        for (Exit exit : allExits(program -> program.started(() -> {
            program.interpreter().threading().mainThread().join();
            program.interpreter().stdout().write("joined;");
        }))) {
            assertThat(exit).isEqualTo(new Exit(0, "joined;", ""));
        }
    }

    @Test
    void exitNowEndsTheInterpreterFromAnyThreadWithoutWaiting() {
        for (Exit exit : allExits(program -> {
            var interpreter = program.interpreter();
            var never = new Event(interpreter);
            interpreter.exitCallbacks().register(writing(interpreter, "callback;"));
            program.started(never::await);
            program.rest();
            program.started(() -> {
                interpreter.exitNow(9);
                interpreter.current().checkpoint();
                interpreter.stdout().write("not reached;");
            });
            never.await();
        })) {
            assertThat(exit).isEqualTo(new Exit(9, "", ""));
        }
    }

    @Test
    void theEndIsKnownOutsideOnlyWhenItHasCome() {
        try (var platform = RealPlatform.create(1)) {
            var interpreter = new Interpreter(platform, InterpreterOptions.DEFAULTS);
            var gate = new Event(interpreter);
            interpreter.start(PyCallable.of(gate::await));
            platform.settle(Duration.ofSeconds(30));
            assertThat(interpreter.exit()).isEmpty();
            platform.spawn(
                    "native",
                    0,
                    () -> GilState.ensure(interpreter, () -> {
                        gate.set();
                        return true;
                    }));
            platform.settle(Duration.ofSeconds(30));
            assertThat(interpreter.exit()).contains(new Exit(0, "", ""));
        }
    }

    private static List<Exit> allExits(Consumer<Program> main) {
        InterpreterOptions gil = InterpreterOptions.DEFAULTS;
        InterpreterOptions free = gil.withBuild(Build.FREE_THREADED);
        return List.of(
                Program.simulated(1, gil, main),
                Program.simulated(2, gil.withSwitchInterval(Duration.ZERO), main),
                Program.simulated(3, free, main),
                Program.real(gil, main),
                Program.real(free, main));
    }

    private static Consumer<Program> raising(RuntimeException error) {
        return program -> {
            throw error;
        };
    }

    private static PyCallable writing(Interpreter interpreter, String text) {
        return PyCallable.of(() -> interpreter.stdout().write(text));
    }

    private static void daemon(Program program, Runnable body) {
        var options = ThreadOptions.target(PyCallable.of(body)).withDaemon(true);
        new Thread(program.interpreter(), options).start();
    }
}
