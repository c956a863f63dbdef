package dev.threadstone.reference.threading;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.errors.BrokenBarrierError;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.OverflowError;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarrierTest {

    @Test
    void nobodyPassesBeforeTheLastPartyHasComeAndEachGetsItsPositionOfArrival() {
        Program.everywhere(program -> {
            var barrier = new Barrier(program.interpreter(), 3);
            List<String> log = Collections.synchronizedList(new ArrayList<>());
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                String name = "worker " + i;
                workers.add(program.started(() -> log.add(name + " got " + barrier.await())));
                program.rest();
                assertThat(barrier.waiting()).isEqualTo(i + 1);
            }
            assertThat(log).isEmpty();
            assertThat(barrier.await(Timeout.ofSeconds(0))).isEqualTo(2);
            workers.forEach(Thread::join);
            assertThat(log).containsExactlyInAnyOrder("worker 0 got 0", "worker 1 got 1");
            assertThat(barrier.waiting()).isZero();
            assertThat(barrier.isBroken()).isFalse();
        });
    }

    @Test
    void aBarrierOfOnePartyNeverBlocks() {
        Program.everywhere(program -> {
            var barrier = new Barrier(program.interpreter(), 1);
            assertThat(barrier.await()).isZero();
            assertThat(barrier.await()).isZero();
        });
    }

    @Test
    void generationsStayApartHoweverFastAThreadComesAgain() {
        Program.everywhere(program -> {
            int rounds = 5;
            var calls = new AtomicInteger();
            var barrier = new Barrier(program.interpreter(), 3, PyCallable.of(calls::incrementAndGet), null);
            List<List<Integer>> indices = new ArrayList<>();
            IntStream.range(0, rounds).forEach(i -> indices.add(Collections.synchronizedList(new ArrayList<>())));
            List<Thread> workers = IntStream.range(0, 3)
                    .mapToObj(i -> program.started(() -> {
                        for (int round = 0; round < rounds; round++) {
                            indices.get(round).add(barrier.await());
                            assertThat(calls.get()).isBetween(round + 1, round + 2);
                        }
                    }))
                    .toList();
            workers.forEach(Thread::join);
            assertThat(indices).allSatisfy(round -> assertThat(round).containsExactlyInAnyOrder(0, 1, 2));
            assertThat(calls).hasValue(rounds);
        });
    }

    @Test
    void moreThreadsThanPartiesPassInGroups() {
        Program.everywhere(program -> {
            var barrier = new Barrier(program.interpreter(), 3);
            var passed = new AtomicInteger();
            List<Thread> workers = IntStream.range(0, 7)
                    .mapToObj(i -> program.started(() -> {
                        try {
                            barrier.await();
                            passed.incrementAndGet();
                        } catch (BrokenBarrierError broken) {
                            passed.addAndGet(100);
                        }
                    }))
                    .toList();
            program.rest();
            assertThat(passed).hasValue(6);
            barrier.abort();
            workers.forEach(Thread::join);
            assertThat(passed).hasValue(106);
        });
    }

    @Test
    void theActionRunsInTheLastThreadBeforeAnybodyGoesOn() {
        Program.everywhere(program -> {
            List<Object> log = Collections.synchronizedList(new ArrayList<>());
            var gate = new Event(program.interpreter());
            var barrier = new Barrier(
                    program.interpreter(),
                    2,
                    PyCallable.of(() -> {
                        log.add(program.interpreter().threading().currentThread());
                        gate.await();
                    }),
                    null);
            Thread first = program.started(() -> log.add(barrier.await()));
            program.rest();
            Thread last = program.started(() -> log.add(barrier.await()));
            program.rest();
            assertThat(log).containsExactly(last);
            gate.set();
            first.join();
            last.join();
            assertThat(log).hasSize(3).contains(0, 1);
        });
    }

    @Test
    void aFalsyActionIsNone() {
        Program.everywhere(program -> {
            var calls = new AtomicInteger();
            var falsy = new FalsyCallable(calls::incrementAndGet);
            assertThat(new Barrier(program.interpreter(), 1, falsy, null).await())
                    .isZero();
            assertThat(calls).hasValue(0);
        });
    }

    @Test
    void anActionThatRaisesBreaksTheBarrierForAll() {
        Program.everywhere(program -> {
            var boom = new RuntimeError("boom");
            var barrier = new Barrier(
                    program.interpreter(),
                    2,
                    PyCallable.of(() -> {
                        throw boom;
                    }),
                    null);
            List<Object> raised = new ArrayList<>();
            Thread first = program.started(() -> raised.add(Program.raisedBy(barrier::await)));
            program.rest();
            assertThatThrownBy(barrier::await).isSameAs(boom);
            first.join();
            assertThat(raised).hasSize(1).hasOnlyElementsOfType(BrokenBarrierError.class);
            assertThat(barrier.isBroken()).isTrue();
        });
    }

    @Test
    void aTimeoutBreaksTheBarrierForAllWhoWait() {
        Program.everywhere(program -> {
            var barrier = new Barrier(program.interpreter(), 3);
            List<Object> raised = new ArrayList<>();
            Thread first = program.started(() -> raised.add(Program.raisedBy(barrier::await)));
            program.rest();
            assertThatThrownBy(() -> barrier.await(Timeout.of(5, MILLISECONDS))).isInstanceOf(BrokenBarrierError.class);
            first.join();
            assertThat(raised).hasSize(1).hasOnlyElementsOfType(BrokenBarrierError.class);
            assertThat(barrier.waiting()).isZero();
            assertThatThrownBy(barrier::await).isInstanceOf(BrokenBarrierError.class);
        });
    }

    @Test
    void aTimeoutOfTheWaitGoesBeforeThatOfTheBarrier() {
        Program.simulated(program -> {
            var barrier = new Barrier(program.interpreter(), 2, null, Timeout.ofSeconds(2));
            long before = program.platform().nowNanos();
            assertThatThrownBy(barrier::await).isInstanceOf(BrokenBarrierError.class);
            assertThat(program.platform().nowNanos() - before)
                    .isEqualTo(Duration.ofSeconds(2).toNanos());
            barrier.reset();
            before = program.platform().nowNanos();
            assertThatThrownBy(() -> barrier.await(Timeout.ofSeconds(5))).isInstanceOf(BrokenBarrierError.class);
            assertThat(program.platform().nowNanos() - before)
                    .isEqualTo(Duration.ofSeconds(5).toNanos());
            barrier.reset();
            assertThatThrownBy(() -> barrier.await(Timeout.ofSeconds(1e100))).isInstanceOf(OverflowError.class);
            assertThat(barrier.isBroken()).isFalse();
            assertThat(barrier.waiting()).isZero();
        });
    }

    @Test
    void whoseTimeIsUpWhileTheActionRunsPassesAllTheSame() {
        Program.simulated(program -> {
            var barrier = new Barrier(
                    program.interpreter(), 2, PyCallable.of(() -> program.elapse(Duration.ofSeconds(9))), null);
            List<Object> results = new ArrayList<>();
            Thread first = program.started(() -> results.add(barrier.await(Timeout.ofSeconds(1))));
            program.rest();
            assertThat(barrier.await()).isEqualTo(1);
            first.join();
            assertThat(results).containsExactly(0);
        });
    }

    @Test
    void resetSendsAwayWhoWaitsAndLeavesTheBarrierWhole() {
        Program.everywhere(program -> {
            var barrier = new Barrier(program.interpreter(), 2);
            List<Object> raised = Collections.synchronizedList(new ArrayList<>());
            for (int round = 0; round < 3; round++) {
                Thread first = program.started(() -> raised.add(Program.raisedBy(barrier::await)));
                program.rest();
                barrier.reset();
                List<Integer> indices = Collections.synchronizedList(new ArrayList<>());
                Thread next = program.started(() -> indices.add(barrier.await()));
                indices.add(barrier.await(Timeout.of(1, HOURS)));
                next.join();
                first.join();
                assertThat(indices).containsExactlyInAnyOrder(0, 1);
                assertThat(barrier.isBroken()).isFalse();
            }
            assertThat(raised).hasSize(3).hasOnlyElementsOfType(BrokenBarrierError.class);
        });
    }

    @Test
    void aBrokenBarrierStaysBrokenUntilItIsReset() {
        Program.everywhere(program -> {
            var barrier = new Barrier(program.interpreter(), 1);
            barrier.reset();
            assertThat(barrier.await()).isZero();
            barrier.abort();
            barrier.abort();
            assertThatThrownBy(barrier::await).isInstanceOf(BrokenBarrierError.class);
            assertThatThrownBy(barrier::await).isInstanceOf(BrokenBarrierError.class);
            assertThat(barrier.toString()).endsWith(": broken>");
            barrier.reset();
            assertThat(barrier.isBroken()).isFalse();
            assertThat(barrier.await()).isZero();
        });
    }

    @Test
    void aHandlerThatRaisesEndsTheWaitAndDoesNotBreakTheBarrier() {
        Program.everywhere(program -> {
            var barrier = new Barrier(program.interpreter(), 2);
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(barrier::await).isInstanceOf(KeyboardInterrupt.class);
            assertThat(barrier.waiting()).isZero();
            assertThat(barrier.isBroken()).isFalse();
            Thread other = program.started(barrier::await);
            barrier.await();
            other.join();
        });
    }

    @Test
    void lessThanOnePartyIsRefusedSincePython313() {
        Program.simulated(program -> assertThatThrownBy(() -> new Barrier(program.interpreter(), 0))
                .isInstanceOf(ValueError.class)
                .hasMessage("parties must be >= 1"));
        Program.everywhere(InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, 12)), program -> {
            var barrier = new Barrier(program.interpreter(), 0);
            assertThatThrownBy(() -> barrier.await(Timeout.of(1, MILLISECONDS))).isInstanceOf(BrokenBarrierError.class);
        });
    }

    @Test
    void itsErrorIsARuntimeError() {
        var error = new BrokenBarrierError();
        assertThat(error.typeName()).isEqualTo("threading.BrokenBarrierError");
        assertThat(error.isInstanceOf("RuntimeError")).isTrue();
    }

    @Test
    void itsTextShowsWaitersAndParties() {
        Program.everywhere(program -> {
            var barrier = new Barrier(program.interpreter(), 2);
            assertThat(barrier.parties()).isEqualTo(2);
            assertThat(barrier.toString()).matches("<threading.Barrier at 0x[0-9a-f]{12}: waiters=0/2>");
            Thread first = program.started(barrier::await);
            program.rest();
            assertThat(barrier.toString()).endsWith(": waiters=1/2>");
            barrier.await();
            first.join();
        });
    }
}
