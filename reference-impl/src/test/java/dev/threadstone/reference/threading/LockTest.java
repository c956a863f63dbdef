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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockTest {

    @Test
    void aNewLockIsUnlockedAndAcquireLocksIt() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            assertThat(lock.locked()).isFalse();
            assertThat(lock.acquire()).isTrue();
            assertThat(lock.locked()).isTrue();
            assertThat(lock.acquire(false)).isFalse();
            assertThat(lock.acquire(Timeout.ofSeconds(0))).isFalse();
            lock.release();
            assertThat(lock.locked()).isFalse();
        });
    }

    @Test
    void aBlockedAcquireGoesOnWhenAnotherThreadReleases() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            lock.acquire();
            List<Boolean> results = new ArrayList<>();
            Thread worker = program.started(() -> results.add(lock.acquire()));
            program.rest();
            assertThat(results).isEmpty();
            lock.release();
            worker.join();
            assertThat(results).containsExactly(true);
            assertThat(lock.locked()).isTrue();
        });
    }

    @Test
    void oneReleaseLetsExactlyOneOfSeveralWaitersProceed() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            lock.acquire();
            var acquired = new AtomicInteger();
            List<Thread> workers = IntStream.range(0, 5)
                    .mapToObj(i -> program.started(() -> {
                        lock.acquire();
                        acquired.incrementAndGet();
                    }))
                    .toList();
            program.rest();
            for (int released = 1; released <= 5; released++) {
                lock.release();
                program.rest();
                assertThat(acquired).hasValue(released);
            }
            workers.forEach(Thread::join);
        });
    }

    @Test
    void waitersGetTheLockInTheOrderInWhichTheyCame() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            lock.acquire();
            List<Integer> order = new ArrayList<>();
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int number = i;
                workers.add(program.started(() -> {
                    lock.acquire();
                    order.add(number);
                    lock.release();
                }));
                program.rest();
            }
            lock.release();
            workers.forEach(Thread::join);
            assertThat(order).containsExactly(0, 1, 2, 3);
        });
    }

    @Test
    void neverMoreThanOneThreadIsInside() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            var inside = new AtomicInteger();
            var most = new AtomicInteger();
            int[] unprotected = {0};
            List<Thread> workers = IntStream.range(0, 4)
                    .mapToObj(i -> program.started(() -> {
                        for (int round = 0; round < 20; round++) {
                            lock.acquire();
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            unprotected[0]++;
                            inside.decrementAndGet();
                            lock.release();
                        }
                    }))
                    .toList();
            workers.forEach(Thread::join);
            assertThat(most).hasValue(1);
            assertThat(unprotected[0]).isEqualTo(80);
        });
    }

    @Test
    void ofSeveralTriesAtTheSameTimeExactlyOneSucceeds() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            var gate = new Event(program.interpreter());
            var successes = new AtomicInteger();
            List<Thread> workers = IntStream.range(0, 8)
                    .mapToObj(i -> program.started(() -> {
                        gate.await();
                        if (lock.acquire(false)) {
                            successes.incrementAndGet();
                        }
                    }))
                    .toList();
            gate.set();
            workers.forEach(Thread::join);
            assertThat(successes).hasValue(1);
        });
    }

    @Test
    void aTimedAcquireEndsAtItsDeadlineAndLeavesNoTrace() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            lock.acquire();
            long before = program.platform().nowNanos();
            assertThat(lock.acquire(Timeout.of(20, MILLISECONDS))).isFalse();
            assertThat(program.platform().nowNanos() - before)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
            lock.release();
            assertThat(lock.locked()).isFalse();
        });
    }

    @Test
    void inVirtualTimeATimedAcquireEndsExactlyAtItsDeadline() {
        Program.simulated(program -> {
            var lock = new Lock(program.interpreter());
            lock.acquire();
            lock.acquire(Timeout.ofSeconds(0.3));
            assertThat(program.platform().nowNanos())
                    .isEqualTo(Duration.ofMillis(300).toNanos());
        });
    }

    @Test
    void aTimedAcquireSucceedsWhenTheLockIsReleasedInTime() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            lock.acquire();
            List<Boolean> results = new ArrayList<>();
            Thread worker = program.started(() -> results.add(lock.acquire(Timeout.of(1, HOURS))));
            program.rest();
            lock.release();
            worker.join();
            assertThat(results).containsExactly(true);
        });
    }

    @Test
    void argumentsAreCheckedBeforeTheLockIsTouched() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            assertThatThrownBy(() -> lock.acquire(false, Timeout.ofSeconds(1))).isInstanceOf(ValueError.class);
            assertThatThrownBy(() -> lock.acquire(false, Timeout.ofSeconds(0))).isInstanceOf(ValueError.class);
            assertThatThrownBy(() -> lock.acquire(Timeout.ofSeconds(-100))).isInstanceOf(ValueError.class);
            assertThatThrownBy(() -> lock.acquire(Timeout.ofSeconds(-0.5))).isInstanceOf(ValueError.class);
            assertThatThrownBy(() -> lock.acquire(Timeout.ofSeconds(Double.NaN)))
                    .isInstanceOf(ValueError.class);
            assertThatThrownBy(() -> lock.acquire(Timeout.ofSeconds(Timeout.MAX_SECONDS + 1)))
                    .isInstanceOf(OverflowError.class);
            assertThatThrownBy(() -> lock.acquire(Timeout.ofSeconds(1e100))).isInstanceOf(OverflowError.class);
            assertThatThrownBy(() -> lock.acquire(Timeout.ofSeconds(Double.POSITIVE_INFINITY)))
                    .isInstanceOf(OverflowError.class);
            assertThat(lock.locked()).isFalse();
            assertThat(lock.acquire(Timeout.ofSeconds(Timeout.MAX_SECONDS))).isTrue();
            lock.release();
            assertThat(lock.acquire(true, Timeout.ofSeconds(-1))).isTrue();
        });
    }

    @Test
    void releasingAnUnlockedLockRaisesAndLeavesItUsable() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            assertThatThrownBy(lock::release).isInstanceOf(RuntimeError.class).hasMessage("release unlocked lock");
            assertThat(lock.acquire()).isTrue();
        });
    }

    @Test
    void anyThreadMayReleaseAndALockOutlivesTheThreadThatAcquiredIt() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            program.started(lock::acquire).join();
            assertThat(lock.locked()).isTrue();
            assertThat(lock.acquire(Timeout.of(1, MILLISECONDS))).isFalse();
            lock.release();
            assertThat(lock.locked()).isFalse();
        });
    }

    @Test
    void aHandlerThatRaisesEndsAnAcquireOfTheMainThreadWithoutTheLock() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            var done = new Event(program.interpreter());
            Thread holder = program.started(() -> {
                lock.acquire();
                done.await();
                lock.release();
            });
            program.rest();
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(lock::acquire).isInstanceOf(KeyboardInterrupt.class);
            done.set();
            holder.join();
            assertThat(lock.locked()).isFalse();
        });
    }

    @Test
    void aHandlerThatReturnsLetsTheAcquireGoOn() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            List<Object> handled = new ArrayList<>();
            program.interpreter().signals().signal(10, (args, kwargs) -> handled.add(args.get(0)));
            lock.acquire();
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            Thread releaser = program.started(() -> {
                program.rest();
                assertThat(handled).containsExactly(10);
                lock.release();
            });
            assertThat(lock.acquire()).isTrue();
            releaser.join();
        });
    }

    @Test
    void handledSignalsDoNotProlongATimedAcquire() {
        Program.simulated(program -> {
            var lock = new Lock(program.interpreter());
            program.interpreter().signals().signal(10, (args, kwargs) -> null);
            lock.acquire();
            for (int i = 0; i < 3; i++) {
                program.whenAtRest(() -> {
                    program.platform().elapse(Duration.ofMillis(100), Duration.ofSeconds(1));
                    program.interpreter().signals().deliver("SIGUSR1");
                });
            }
            assertThat(lock.acquire(Timeout.ofSeconds(0.5))).isFalse();
            assertThat(program.platform().nowNanos())
                    .isEqualTo(Duration.ofMillis(500).toNanos());
        });
    }

    @Test
    void aHandlerFindsTheLockAsEverybodyElseDoes() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            List<Boolean> tries = new ArrayList<>();
            program.interpreter().signals().signal(10, (args, kwargs) -> {
                lock.release();
                tries.add(lock.acquire(false));
                lock.release();
                return null;
            });
            lock.acquire();
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            assertThat(lock.acquire()).isTrue();
            assertThat(tries).containsExactly(true);
        });
    }

    @Test
    void itsTextShowsItsStateAndAddress() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            assertThat(lock.toString()).matches("<unlocked _thread.lock object at 0x[0-9a-f]{12}>");
            lock.acquire();
            assertThat(lock.toString()).matches("<locked _thread.lock object at 0x[0-9a-f]{12}>");
        });
    }

    @Test
    void twoThreadsThatWaitForEachOtherAreReportedAsADeadlock() {
        Program.simulated(program -> {
            var first = new Lock(program.interpreter());
            var second = new Lock(program.interpreter());
            first.label("first");
            second.label("second");
            daemon(program, "alpha", first, second);
            daemon(program, "beta", second, first);
            program.rest();
            assertThat(program.reportAtRest())
                    .contains("deadlock: alpha waits for second (held by beta); beta waits for first (held by alpha)");
        });
    }

    private static void daemon(Program program, String name, Lock held, Lock wanted) {
        var options = ThreadOptions.target((args, kwargs) -> {
                    held.acquire();
                    program.rest();
                    return wanted.acquire();
                })
                .withName(name)
                .withDaemon(true);
        new Thread(program.interpreter(), options).start();
    }
}
