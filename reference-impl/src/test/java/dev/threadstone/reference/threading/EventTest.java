package dev.threadstone.reference.threading;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.errors.IssuedWarning;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.OverflowError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventTest {

    @Test
    void theFlagIsClearedAtFirstAndFollowsSetAndClear() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            assertThat(event.isSet()).isFalse();
            assertThat(event.await(Timeout.ofSeconds(0))).isFalse();
            assertThat(event.await(Timeout.ofSeconds(-1))).isFalse();
            event.set();
            event.set();
            assertThat(event.isSet()).isTrue();
            assertThat(event.await()).isTrue();
            assertThat(event.await(Timeout.ofSeconds(0))).isTrue();
            event.clear();
            event.clear();
            assertThat(event.isSet()).isFalse();
        });
    }

    @Test
    void setReleasesEverybodyWhoWaits() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            List<Boolean> results = Collections.synchronizedList(new ArrayList<>());
            List<Thread> workers = waiters(program, event, results);
            program.rest();
            assertThat(results).isEmpty();
            event.set();
            workers.forEach(Thread::join);
            assertThat(results).containsExactly(true, true, true, true, true);
        });
    }

    @Test
    void whoWaitsIsReleasedEvenIfTheFlagIsClearedAtOnce() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            List<Boolean> results = Collections.synchronizedList(new ArrayList<>());
            List<Thread> workers = waiters(program, event, results);
            program.rest();
            event.set();
            event.clear();
            workers.forEach(Thread::join);
            assertThat(results).containsExactly(true, true, true, true, true);
            assertThat(event.await(Timeout.of(1, MILLISECONDS))).isFalse();
        });
    }

    @Test
    void clearWakesNobody() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            List<Boolean> results = new ArrayList<>();
            Thread waiter = program.started(() -> results.add(event.await()));
            program.rest();
            event.clear();
            program.rest();
            assertThat(results).isEmpty();
            event.set();
            waiter.join();
            assertThat(results).containsExactly(true);
        });
    }

    @Test
    void aTimedWaitEndsAtItsDeadlineOrWhenTheFlagIsSet() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            long before = program.platform().nowNanos();
            assertThat(event.await(Timeout.of(10, MILLISECONDS))).isFalse();
            assertThat(program.platform().nowNanos() - before)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(10).toNanos());
            List<Boolean> results = new ArrayList<>();
            Thread waiter = program.started(() -> results.add(event.await(Timeout.of(1, HOURS))));
            program.rest();
            event.set();
            waiter.join();
            assertThat(results).containsExactly(true);
        });
    }

    @Test
    void aTimeoutThatIsTooLargeIsRefusedUnlessTheFlagIsSet() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            assertThatThrownBy(() -> event.await(Timeout.ofSeconds(1e100))).isInstanceOf(OverflowError.class);
            event.set();
            assertThat(event.await(Timeout.ofSeconds(1e100))).isTrue();
        });
    }

    @Test
    void aHandlerThatReturnsLetsTheWaitGoOnAndOneThatRaisesEndsIt() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            List<Object> handled = new ArrayList<>();
            program.interpreter().signals().signal(10, (args, kwargs) -> handled.add(args.get(0)));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(event::await).isInstanceOf(KeyboardInterrupt.class);
            assertThat(handled).containsExactly(10);
            assertThat(event.isSet()).isFalse();
        });
    }

    @Test
    void aHandlerThatSetsAndClearsTheFlagEndsTheWait() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            program.interpreter().signals().signal(10, (args, kwargs) -> {
                event.set();
                event.clear();
                return null;
            });
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            assertThat(event.await()).isTrue();
        });
    }

    @Test
    void theOldNameWarnsSincePython310() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            var deprecated = program.interpreter().threading().deprecatedNames();
            assertThat(deprecated.isSet(event)).isFalse();
            assertThat(program.interpreter().warnings().issued())
                    .containsExactly(
                            new IssuedWarning("DeprecationWarning", "isSet() is deprecated, use is_set() instead"));
        });
        Program.everywhere(InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, 9)), program -> {
            program.interpreter().threading().deprecatedNames().isSet(new Event(program.interpreter()));
            assertThat(program.interpreter().warnings().issued()).isEmpty();
        });
    }

    @Test
    void itsTextShowsTheFlag() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            assertThat(event.toString()).matches("<threading.Event at 0x[0-9a-f]{12}: unset>");
            event.set();
            assertThat(event.toString()).matches("<threading.Event at 0x[0-9a-f]{12}: set>");
        });
    }

    private static List<Thread> waiters(Program program, Event event, List<Boolean> results) {
        return IntStream.range(0, 5)
                .mapToObj(i -> program.started(() -> results.add(event.await())))
                .toList();
    }
}
