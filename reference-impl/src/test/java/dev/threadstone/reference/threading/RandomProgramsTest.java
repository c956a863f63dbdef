package dev.threadstone.reference.threading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.Build;
import dev.threadstone.reference.Exit;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Programs of random operations, each of which ends by itself: they must end, and their locks must add up. */
class RandomProgramsTest {

    private static final int PROGRAMS = 150;
    private static final int THREADS = 4;
    private static final int STEPS = 25;

    @Test
    void randomProgramsEndAndTheirLocksAddUp() {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            for (Build build : Build.values()) {
                InterpreterOptions options = InterpreterOptions.DEFAULTS.withBuild(build);
                expectSuccess(seed, Program.simulated(seed, options, new RandomProgram(seed)::run));
                InterpreterOptions eager = options.withSwitchInterval(Duration.ZERO);
                expectSuccess(seed, Program.simulated(seed, eager, new RandomProgram(seed)::run));
            }
        }
    }

    @Test
    void randomProgramsEndOnRealThreadsToo() {
        for (int seed = 0; seed < 10; seed++) {
            for (Build build : Build.values()) {
                InterpreterOptions options =
                        InterpreterOptions.DEFAULTS.withBuild(build).withSwitchInterval(Duration.ofNanos(20_000));
                expectSuccess(seed, Program.real(options, new RandomProgram(seed)::run));
            }
        }
    }

    private static void expectSuccess(int seed, Exit exit) {
        assertThat(exit).as("program %d", seed).isEqualTo(new Exit(0, "", ""));
    }

    private static final class RandomProgram {

        private final int seed;
        private final AtomicInteger handled = new AtomicInteger();

        RandomProgram(int seed) {
            this.seed = seed;
        }

        void run(Program program) {
            Interpreter interpreter = program.interpreter();
            interpreter.signals().signal(10, (args, kwargs) -> handled.incrementAndGet());
            var shared = new Shared(new Lock(interpreter), new RLock(interpreter), new Event(interpreter));
            List<Thread> threads = IntStream.range(0, THREADS)
                    .mapToObj(i -> program.started(() -> steps(program, shared, new Random(31L * seed + i))))
                    .toList();
            steps(program, shared, new Random(seed));
            threads.forEach(Thread::join);
            assertThat(shared.lock().locked()).isFalse();
            assertThat(shared.recursive().locked()).isFalse();
            assertThat(shared.inside()).hasValue(0);
        }

        private void steps(Program program, Shared shared, Random random) {
            for (int step = 0; step < STEPS; step++) {
                Timeout timeout = Timeout.ofSeconds(random.nextInt(4) / 10_000.0);
                switch (random.nextInt(6)) {
                    case 0 -> shared.lockFor(timeout, () -> shared.event().await(timeout));
                    case 1 -> shared.lockFor(timeout, () -> shared.recurse(timeout, 3));
                    case 2 -> shared.recurse(timeout, 2);
                    case 3 -> shared.event().set();
                    case 4 -> shared.event().clear();
                    default -> program.interpreter().signals().deliver("SIGUSR1");
                }
            }
        }
    }

    private record Shared(Lock lock, RLock recursive, Event event, AtomicInteger inside) {

        Shared(Lock lock, RLock recursive, Event event) {
            this(lock, recursive, event, new AtomicInteger());
        }

        void lockFor(Timeout timeout, Runnable body) {
            if (lock.acquire(timeout)) {
                assertThat(inside.incrementAndGet()).isEqualTo(1);
                body.run();
                inside.decrementAndGet();
                lock.release();
            }
        }

        void recurse(Timeout timeout, int depth) {
            if (depth > 0 && recursive.acquire(timeout)) {
                recurse(timeout, depth - 1);
                assertThat(recursive.isOwned()).isTrue();
                recursive.release();
            }
        }
    }
}
