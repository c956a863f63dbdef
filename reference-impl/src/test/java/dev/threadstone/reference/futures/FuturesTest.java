package dev.threadstone.reference.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Program;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuturesTest {

    @Test
    void noFutureIsLostThatEndsWhileTheIterationGoesOn() {
        Program.everywhere(program -> {
            var futures = three(program);
            List<Thread> enders = enders(program, futures);
            List<Future> ended = new ArrayList<>();
            var iterator = new Futures(program.interpreter()).asCompleted(futures, null);
            iterator.forEachRemaining(ended::add);
            assertThat(ended).containsExactlyInAnyOrderElementsOf(futures);
            assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
            enders.forEach(Thread::join);
        });
    }

    @Test
    void aWaitForAllEndsWithTheLast() {
        Program.everywhere(program -> {
            var futures = three(program);
            List<Thread> enders = enders(program, futures);
            var found = new Futures(program.interpreter()).waitFor(futures, null, ReturnWhen.ALL_COMPLETED);
            assertThat(found.done()).containsExactlyInAnyOrderElementsOf(futures);
            assertThat(found.notDone()).isEmpty();
            enders.forEach(Thread::join);
        });
    }

    @Test
    void aWaitForTheFirstFindsWhatHasEnded() {
        Program.everywhere(program -> {
            var futures = three(program);
            List<Thread> enders = enders(program, futures);
            var found = new Futures(program.interpreter()).waitFor(futures, null, ReturnWhen.FIRST_COMPLETED);
            assertThat(found.done()).isNotEmpty().allMatch(Future::done);
            assertThat(Stream.concat(found.done().stream(), found.notDone().stream()))
                    .containsExactlyInAnyOrderElementsOf(futures);
            enders.forEach(Thread::join);
        });
    }

    @Test
    void whoIsInterruptedMayWaitAgain() {
        Program.everywhere(program -> {
            var functions = new Futures(program.interpreter());
            var futures = three(program);
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(() -> functions.waitFor(futures, null, ReturnWhen.ALL_COMPLETED))
                    .isInstanceOf(KeyboardInterrupt.class);
            futures.get(1).setResult("done");
            var found = functions.waitFor(futures, Timeout.ofSeconds(0), ReturnWhen.ALL_COMPLETED);
            assertThat(found.done()).containsExactly(futures.get(1));
        });
    }

    @Test
    void anIterationThatWasClosedYieldsNothingMore() {
        Program.simulated(program -> {
            var futures = three(program);
            var iterator = new Futures(program.interpreter()).asCompleted(futures, null);
            futures.get(2).cancel();
            futures.get(2).setRunningOrNotifyCancel();
            assertThat(iterator.next()).isSameAs(futures.get(2));
            iterator.close();
            assertThat(iterator).isExhausted();
        });
    }

    private static List<Future> three(Program program) {
        return IntStream.range(0, 3)
                .mapToObj(i -> new Future(program.interpreter()))
                .toList();
    }

    private static List<Thread> enders(Program program, List<Future> futures) {
        return futures.stream()
                .map(future -> program.started(() -> {
                    if (future.setRunningOrNotifyCancel()) {
                        future.setResult("done");
                    }
                }))
                .toList();
    }
}
