package dev.threadstone.reference.threading;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Program;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.OverflowError;
import dev.threadstone.reference.errors.ValueError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SemaphoreTest {

    @Test
    void itHasAsManyPermitsAsItWasGiven() {
        Program.everywhere(program -> {
            for (int value : new int[] {0, 1, 2, 5}) {
                assertThat(tries(new Semaphore(program.interpreter(), value))).isEqualTo(value);
                assertThat(tries(new BoundedSemaphore(program.interpreter(), value)))
                        .isEqualTo(value);
            }
            assertThat(tries(new Semaphore(program.interpreter()))).isEqualTo(1);
            assertThat(tries(new BoundedSemaphore(program.interpreter()))).isEqualTo(1);
        });
    }

    @Test
    void aNegativeNumberIsRefused() {
        Program.simulated(program -> {
            assertThatThrownBy(() -> new Semaphore(program.interpreter(), -1))
                    .isInstanceOf(ValueError.class)
                    .hasMessage("semaphore initial value must be >= 0");
            assertThatThrownBy(() -> new BoundedSemaphore(program.interpreter(), -1))
                    .isInstanceOf(ValueError.class);
        });
    }

    @Test
    void eachReleaseLetsTheOneWhoWaitsLongestThrough() {
        Program.everywhere(program -> {
            var semaphore = new Semaphore(program.interpreter(), 0);
            List<Integer> order = new ArrayList<>();
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int number = i;
                workers.add(program.started(() -> {
                    semaphore.acquire();
                    order.add(number);
                }));
                program.rest();
            }
            for (int released = 1; released <= 3; released++) {
                semaphore.release();
                assertThat(semaphore.acquire(false)).isFalse();
                program.rest();
                assertThat(order)
                        .containsExactlyElementsOf(
                                IntStream.range(0, released).boxed().toList());
            }
            workers.forEach(Thread::join);
        });
    }

    @Test
    void whatAReleaseGivesBackBeyondThoseWhoWaitStays() {
        Program.everywhere(program -> {
            var semaphore = new Semaphore(program.interpreter(), 0);
            Thread worker = program.started(semaphore::acquire);
            program.rest();
            semaphore.release(4);
            worker.join();
            assertThat(tries(semaphore)).isEqualTo(3);
        });
    }

    @Test
    void aReleaseOfLessThanOneIsRefusedAndChangesNothing() {
        Program.everywhere(program -> {
            var semaphore = new Semaphore(program.interpreter(), 2);
            for (int count : new int[] {0, -1}) {
                assertThatThrownBy(() -> semaphore.release(count))
                        .isInstanceOf(ValueError.class)
                        .hasMessage("n must be one or more");
            }
            assertThat(tries(semaphore)).isEqualTo(2);
        });
    }

    @Test
    void theBoundedOneRefusesMoreThanItsBoundAsAWhole() {
        Program.everywhere(program -> {
            var semaphore = new BoundedSemaphore(program.interpreter(), 3);
            assertThatThrownBy(semaphore::release)
                    .isInstanceOf(ValueError.class)
                    .hasMessage("Semaphore released too many times");
            semaphore.acquire();
            semaphore.acquire();
            assertThatThrownBy(() -> semaphore.release(3)).isInstanceOf(ValueError.class);
            assertThat(semaphore.toString()).endsWith(": value=1/3>");
            program.started(() -> semaphore.release(2)).join();
            assertThat(tries(semaphore)).isEqualTo(3);
        });
    }

    @Test
    void aTimedAcquireEndsAtItsDeadlineOrWithAPermit() {
        Program.everywhere(program -> {
            var semaphore = new Semaphore(program.interpreter(), 0);
            long before = program.platform().nowNanos();
            assertThat(semaphore.acquire(Timeout.of(10, MILLISECONDS))).isFalse();
            assertThat(program.platform().nowNanos() - before).isGreaterThanOrEqualTo(MILLISECONDS.toNanos(10));
            assertThat(semaphore.acquire(Timeout.ofSeconds(0))).isFalse();
            assertThat(semaphore.acquire(Timeout.ofSeconds(-1))).isFalse();
            List<Boolean> results = new ArrayList<>();
            Thread worker = program.started(() -> results.add(semaphore.acquire(Timeout.of(1, HOURS))));
            program.rest();
            semaphore.release();
            worker.join();
            assertThat(results).containsExactly(true);
            assertThat(tries(semaphore)).isZero();
        });
    }

    @Test
    void aTimeoutIsRefusedIfItMayNotWaitAndOneThatIsTooLargeIfItHasTo() {
        Program.everywhere(program -> {
            var semaphore = new Semaphore(program.interpreter());
            assertThatThrownBy(() -> semaphore.acquire(false, Timeout.ofSeconds(1)))
                    .isInstanceOf(ValueError.class)
                    .hasMessage("can't specify timeout for non-blocking acquire");
            assertThat(semaphore.acquire(Timeout.ofSeconds(1e100))).isTrue();
            assertThatThrownBy(() -> semaphore.acquire(Timeout.ofSeconds(1e100)))
                    .isInstanceOf(OverflowError.class);
            semaphore.release();
            assertThat(tries(semaphore)).isEqualTo(1);
        });
    }

    @Test
    void aHandlerThatReturnsLetsTheAcquireGoOnAndOneThatRaisesEndsItWithoutAPermit() {
        Program.everywhere(program -> {
            var semaphore = new Semaphore(program.interpreter(), 0);
            List<Object> handled = new ArrayList<>();
            program.interpreter().signals().signal(10, (args, kwargs) -> handled.add(args.get(0)));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(semaphore::acquire).isInstanceOf(KeyboardInterrupt.class);
            assertThat(handled).containsExactly(10);
            semaphore.release();
            assertThat(tries(semaphore)).isEqualTo(1);
        });
    }

    @Test
    void aHandlerThatReleasesServesTheThreadThatItInterrupted() {
        Program.everywhere(program -> {
            var semaphore = new Semaphore(program.interpreter(), 0);
            program.interpreter().signals().signal(10, (args, kwargs) -> {
                semaphore.release();
                return null;
            });
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            assertThat(semaphore.acquire()).isTrue();
        });
    }

    @Test
    void neverMoreThreadsAreInsideThanThereArePermits() {
        Program.everywhere(program -> {
            var semaphore = new BoundedSemaphore(program.interpreter(), 2);
            var inside = new AtomicInteger();
            List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
            List<Thread> workers = IntStream.range(0, 5)
                    .mapToObj(i -> program.started(() -> {
                        for (int round = 0; round < 4; round++) {
                            semaphore.acquire();
                            seen.add(inside.incrementAndGet());
                            inside.decrementAndGet();
                            semaphore.release();
                        }
                    }))
                    .toList();
            workers.forEach(Thread::join);
            assertThat(seen).hasSize(20).allMatch(count -> count <= 2);
            assertThat(tries(semaphore)).isEqualTo(2);
        });
    }

    @Test
    void itsTextShowsTheFreePermits() {
        Program.simulated(program -> {
            var semaphore = new Semaphore(program.interpreter(), 3);
            semaphore.acquire();
            assertThat(semaphore.toString()).matches("<threading.Semaphore at 0x[0-9a-f]{12}: value=2>");
            assertThat(new BoundedSemaphore(program.interpreter(), 3).toString())
                    .matches("<threading.BoundedSemaphore at 0x[0-9a-f]{12}: value=3/3>");
        });
    }

    private static int tries(Semaphore semaphore) {
        int count = 0;
        while (semaphore.acquire(false)) {
            count++;
        }
        return count;
    }
}
