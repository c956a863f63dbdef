package dev.threadstone.reference;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PythonTimeTest {

    @Test
    void threadsThatSleepAtTheSameTimeTakeTheTimeOfOneSleep() {
        Program.simulated(program -> {
            var time = program.interpreter().time();
            List<Thread> sleepers = IntStream.range(0, 10)
                    .mapToObj(i -> program.started(() -> time.sleep(Timeout.ofSeconds(2))))
                    .toList();
            sleepers.forEach(Thread::join);
            assertThat(time.monotonic()).isEqualTo(2.0);
        });
    }

    @Test
    void aSleepIsNeverTooShort() {
        Program.everywhere(program -> {
            var time = program.interpreter().time();
            double before = time.monotonic();
            time.sleep(Timeout.of(5, MILLISECONDS));
            time.sleep(Timeout.ofSeconds(0));
            assertThat(time.monotonic() - before).isGreaterThanOrEqualTo(0.005 - 1e-9);
            assertThatThrownBy(() -> time.sleep(Timeout.ofSeconds(-1))).isInstanceOf(ValueError.class);
        });
    }

    @Test
    void aHandlerThatReturnsLetsTheSleepGoOnAndOneThatRaisesEndsIt() {
        Program.everywhere(program -> {
            List<Object> handled = new ArrayList<>();
            program.interpreter().signals().signal(10, (args, kwargs) -> handled.add(args.get(0)));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(() -> program.interpreter().time().sleep(Timeout.ofSeconds(3600)))
                    .isInstanceOf(KeyboardInterrupt.class);
            assertThat(handled).containsExactly(10);
        });
    }
}
