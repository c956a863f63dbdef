package dev.threadstone.reference.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.CancelledError;
import dev.threadstone.reference.errors.InvalidStateError;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.SystemExit;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FutureTest {

    @Test
    void eitherTheCancellationOrTheStartSucceeds() {
        Program.everywhere(program -> {
            var future = new Future(program.interpreter());
            var cancelled = new AtomicBoolean();
            Thread canceller = program.started(() -> cancelled.set(future.cancel()));
            var runs = future.setRunningOrNotifyCancel();
            canceller.join();
            assertThat(cancelled.get()).isNotEqualTo(runs);
            assertThat(future.cancelled()).isEqualTo(cancelled.get());
            assertThat(future.running()).isEqualTo(runs);
        });
    }

    @Test
    void oneOfTwoOutcomesIsKeptAndTheOtherIsRefused() {
        Program.everywhere(program -> {
            var future = new Future(program.interpreter());
            var refused = new AtomicInteger();
            List<Thread> setters = new ArrayList<>();
            for (var outcome : List.of("one", "two")) {
                setters.add(program.started(() -> {
                    try {
                        future.setResult(outcome);
                    } catch (InvalidStateError late) {
                        refused.incrementAndGet();
                    }
                }));
            }
            assertThat(future.result(null)).isIn("one", "two");
            setters.forEach(Thread::join);
            assertThat(refused).hasValue(1);
        });
    }

    @Test
    void aCallbackIsCalledOnceHoweverItRacesWithTheEnd() {
        Program.everywhere(program -> {
            var future = new Future(program.interpreter());
            var calls = new AtomicInteger();
            Thread adder = program.started(() -> future.addDoneCallback(PyCallable.of(calls::incrementAndGet)));
            future.setResult(null);
            adder.join();
            assertThat(calls).hasValue(1);
        });
    }

    @Test
    void aCallbackMayUseItsFuture() {
        Program.everywhere(program -> {
            var future = new Future(program.interpreter());
            List<Object> seen = new ArrayList<>();
            future.addDoneCallback(
                    PyCallable.of(() -> future.addDoneCallback(PyCallable.of(() -> seen.add(future.cancel())))));
            future.cancel();
            assertThat(seen).containsExactly(true);
        });
    }

    @Test
    void whatIsNoExceptionLeavesACallback() {
        Program.simulated(program -> {
            var future = new Future(program.interpreter());
            future.addDoneCallback(PyCallable.of(() -> {
                throw new SystemExit(3);
            }));
            assertThatThrownBy(() -> future.setResult("done")).isInstanceOf(SystemExit.class);
            assertThat(future.result(null)).isEqualTo("done");
        });
    }

    @Test
    void whoIsInterruptedWhileItWaitsLeavesTheFutureUsable() {
        Program.everywhere(program -> {
            var future = new Future(program.interpreter());
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(() -> future.result(null)).isInstanceOf(KeyboardInterrupt.class);
            Thread canceller = program.started(future::cancel);
            assertThatThrownBy(() -> future.exception(null)).isInstanceOf(CancelledError.class);
            canceller.join();
        });
    }

    @Test
    void aSignalHandlerMayUseTheFutureThatIsWaitedFor() {
        Program.everywhere(program -> {
            var future = new Future(program.interpreter());
            program.interpreter().signals().signal(10, (args, kwargs) -> future.cancel());
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            assertThatThrownBy(() -> future.result(null)).isInstanceOf(CancelledError.class);
        });
    }
}
