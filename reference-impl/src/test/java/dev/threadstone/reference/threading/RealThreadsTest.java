package dev.threadstone.reference.threading;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.Build;
import dev.threadstone.reference.Exit;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What schedules of the simulation cannot show: threads that really run at once, and timeouts that race with releases. */
class RealThreadsTest {

    private static final int ROUNDS = 2_000;

    @Test
    void noUpdateUnderALockIsLostAlthoughTimedAcquiresRaceWithReleases() {
        onRealThreads(program -> {
            var lock = new Lock(program.interpreter());
            int[] unprotected = {0};
            var successes = new AtomicInteger();
            inFourThreads(program, round -> {
                boolean acquired = round % 2 == 0 ? lock.acquire() : lock.acquire(Timeout.of(20, MICROSECONDS));
                if (acquired) {
                    unprotected[0]++;
                    program.interpreter().current().checkpoint();
                    lock.release();
                    successes.incrementAndGet();
                }
            });
            assertThat(unprotected[0]).isEqualTo(successes.get());
            assertThat(lock.locked()).isFalse();
        });
    }

    @Test
    void nestedAcquiresOfAnRLockKeepOthersOut() {
        onRealThreads(program -> {
            var lock = new RLock(program.interpreter());
            int[] unprotected = {0};
            inFourThreads(program, round -> {
                lock.acquire();
                lock.acquire();
                unprotected[0]++;
                lock.release();
                program.interpreter().current().checkpoint();
                unprotected[0]++;
                lock.release();
            });
            assertThat(unprotected[0]).isEqualTo(2 * 4 * ROUNDS);
            assertThat(lock.locked()).isFalse();
        });
    }

    @Test
    void twoThreadsThatTakeTurnsByEventsMissNone() {
        onRealThreads(program -> {
            var ping = new Event(program.interpreter());
            var pong = new Event(program.interpreter());
            Thread other = program.started(() -> takeTurns(ping, pong));
            for (int round = 0; round < ROUNDS; round++) {
                ping.set();
                pong.await();
                pong.clear();
            }
            other.join();
        });
    }

    @Test
    void signalsInterruptTheMainThreadWhileItWaitsAndNothingIsLost() {
        onRealThreads(program -> {
            Interpreter interpreter = program.interpreter();
            var handled = new AtomicInteger();
            interpreter.signals().signal(10, (args, kwargs) -> handled.incrementAndGet());
            var lock = new Lock(interpreter);
            var stop = new Event(interpreter);
            Thread sender = program.started(() -> {
                do {
                    interpreter.signals().deliver("SIGUSR1");
                } while (!stop.isSet());
            });
            Thread contender = program.started(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    lock.acquire();
                    lock.release();
                }
            });
            for (int round = 0; round < ROUNDS; round++) {
                lock.acquire();
                lock.release();
            }
            contender.join();
            stop.set();
            sender.join();
            interpreter.current().checkpoint();
            assertThat(handled.get()).isPositive();
            assertThat(lock.locked()).isFalse();
        });
    }

    @Test
    void manyShortThreadsComeAndGo() {
        onRealThreads(program -> {
            var ran = new AtomicInteger();
            for (int batch = 0; batch < 20; batch++) {
                List<Thread> threads = IntStream.range(0, 20)
                        .mapToObj(i -> program.started(ran::incrementAndGet))
                        .toList();
                threads.forEach(Thread::join);
            }
            assertThat(ran).hasValue(400);
            assertThat(program.interpreter().threading().activeCount()).isEqualTo(1);
        });
    }

    private static void takeTurns(Event ping, Event pong) {
        for (int round = 0; round < ROUNDS; round++) {
            ping.await();
            ping.clear();
            pong.set();
        }
    }

    private static void inFourThreads(Program program, Consumer<Integer> step) {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> program.started(() -> IntStream.range(0, ROUNDS).forEach(step::accept)))
                .toList();
        threads.forEach(Thread::join);
    }

    private static void onRealThreads(Consumer<Program> main) {
        InterpreterOptions options = InterpreterOptions.DEFAULTS.withSwitchInterval(Duration.ofNanos(50_000));
        for (Build build : Build.values()) {
            assertThat(Program.real(options.withBuild(build), main))
                    .as("build %s", build)
                    .isEqualTo(new Exit(0, "", ""));
        }
    }
}
