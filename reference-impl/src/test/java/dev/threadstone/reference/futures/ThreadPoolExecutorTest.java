package dev.threadstone.reference.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.BrokenThreadPool;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What races decide: the suite shows the rest. */
class ThreadPoolExecutorTest {

    @Test
    void whateverWasAcceptedBeforeAShutdownRunsOnceAndTheWorkersHaveEndedAfterIt() {
        Program.everywhere(program -> {
            var pool = new ThreadPoolExecutor(program.interpreter(), 2);
            var ran = new AtomicInteger();
            List<Future> accepted = Collections.synchronizedList(new ArrayList<>());
            List<Thread> clients = List.of(
                    program.started(() -> submitThree(pool, PyCallable.of(ran::incrementAndGet), accepted)),
                    program.started(() -> submitThree(pool, PyCallable.of(ran::incrementAndGet), accepted)));
            pool.shutdown();
            assertThat(program.interpreter().threading().enumerate())
                    .noneMatch(thread -> thread.name().startsWith("ThreadPoolExecutor"));
            clients.forEach(Thread::join);
            assertThat(accepted).allMatch(Future::done);
            assertThat(ran).hasValue(accepted.size());
        });
    }

    private static void submitThree(ThreadPoolExecutor pool, PyCallable task, List<Future> accepted) {
        try {
            for (int i = 0; i < 3; i++) {
                accepted.add(pool.submit(task, List.of(), Map.of()));
            }
        } catch (RuntimeError shutDown) {
            assertThat(shutDown).hasMessageContaining("after shutdown");
        }
    }

    @Test
    void noFutureIsLeftPendingWhenAnInitializerFailsWhileOthersSubmit() {
        for (int seed = 0; seed < 100; seed++) {
            var exit = Program.simulated(seed, InterpreterOptions.DEFAULTS, program -> {
                PyCallable failing = PyCallable.of(() -> {
                    throw new RuntimeError("not today");
                });
                var pool =
                        new ThreadPoolExecutor(program.interpreter(), new PoolOptions(2, "crew", failing, List.of()));
                List<Future> accepted = Collections.synchronizedList(new ArrayList<>());
                List<Thread> clients = List.of(
                        program.started(() -> submitUntilBroken(pool, accepted)),
                        program.started(() -> submitUntilBroken(pool, accepted)));
                clients.forEach(Thread::join);
                pool.shutdown();
                assertThat(accepted)
                        .isNotEmpty()
                        .allSatisfy(future -> assertThat(future.exception(null)).isInstanceOf(BrokenThreadPool.class));
            });
            assertThat(exit.status()).isZero();
        }
    }

    private static void submitUntilBroken(ThreadPoolExecutor pool, List<Future> accepted) {
        try {
            while (accepted.size() < 100) {
                accepted.add(pool.submit(PyCallable.of(() -> {}), List.of(), Map.of()));
            }
        } catch (BrokenThreadPool broken) {
            assertThat(broken).hasMessageContaining("initializer failed");
        }
    }

    @Test
    void theInterpreterExitsAfterWhatAThreadSubmittedWhileMainEnded() {
        for (int seed = 0; seed < 100; seed++) {
            var accepted = new AtomicInteger();
            var ran = new AtomicInteger();
            var exit = Program.simulated(seed, InterpreterOptions.DEFAULTS, program -> {
                var pool = new ThreadPoolExecutor(program.interpreter(), 2);
                program.started(() -> {
                    try {
                        pool.submit(PyCallable.of(ran::incrementAndGet), List.of(), Map.of());
                        accepted.incrementAndGet();
                    } catch (RuntimeError exiting) {
                        assertThat(exiting).hasMessageContaining("interpreter shutdown");
                    }
                });
            });
            assertThat(exit.status()).isZero();
            assertThat(ran).hasValue(accepted.get());
        }
    }
}
