package dev.threadstone.reference.threading;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Program;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.OverflowError;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadJoinTest {

    @Test
    void joinWaitsForTheEndAndCanBeRepeated() {
        Program.everywhere(program -> {
            var gate = new Event(program.interpreter());
            List<String> log = Collections.synchronizedList(new ArrayList<>());
            Thread thread = program.started(() -> {
                gate.await();
                log.add("end");
            });
            List<Thread> joiners = IntStream.range(0, 3)
                    .mapToObj(i -> program.started(() -> {
                        thread.join();
                        log.add("joined");
                    }))
                    .toList();
            program.rest();
            assertThat(log).isEmpty();
            gate.set();
            joiners.forEach(Thread::join);
            thread.join();
            thread.join(Timeout.ofSeconds(0));
            assertThat(log).containsExactly("end", "joined", "joined", "joined");
        });
    }

    @Test
    void aTimedJoinEndsAtItsDeadlineAndLeavesTheThreadJoinable() {
        Program.everywhere(program -> {
            var gate = new Event(program.interpreter());
            Thread thread = program.started(gate::await);
            long before = program.platform().nowNanos();
            thread.join(Timeout.ofSeconds(0));
            thread.join(Timeout.ofSeconds(-5));
            thread.join(Timeout.of(10, MILLISECONDS));
            assertThat(program.platform().nowNanos() - before)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(10).toNanos());
            assertThat(thread.isAlive()).isTrue();
            gate.set();
            thread.join(Timeout.of(1, HOURS));
            assertThat(thread.isAlive()).isFalse();
        });
    }

    @Test
    void joinsThatCannotEndAreRefused() {
        Program.everywhere(program -> {
            var threading = program.interpreter().threading();
            var unstarted = new Thread(program.interpreter());
            assertThatThrownBy(unstarted::join)
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("cannot join thread before it is started");
            assertThatThrownBy(() -> unstarted.join(Timeout.ofSeconds(0))).isInstanceOf(RuntimeError.class);
            assertThatThrownBy(() -> threading.currentThread().join())
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("cannot join current thread");
            program.started(() -> assertThatThrownBy(
                                    () -> threading.currentThread().join())
                            .isInstanceOf(RuntimeError.class))
                    .join();
        });
    }

    @Test
    void timeoutsOfJoinAreChecked() {
        Program.everywhere(program -> {
            var gate = new Event(program.interpreter());
            Thread thread = program.started(gate::await);
            assertThatThrownBy(() -> thread.join(Timeout.ofSeconds(1e100))).isInstanceOf(OverflowError.class);
            assertThatThrownBy(() -> thread.join(Timeout.ofSeconds(Double.NaN))).isInstanceOf(ValueError.class);
            gate.set();
            thread.join();
        });
    }

    @Test
    void aHandlerThatRaisesEndsAJoinAndLeavesTheThreadJoinable() {
        Program.everywhere(program -> {
            var gate = new Event(program.interpreter());
            Thread thread = program.started(gate::await);
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(thread::join).isInstanceOf(KeyboardInterrupt.class);
            assertThat(thread.isAlive()).isTrue();
            gate.set();
            thread.join();
        });
    }
}
