package dev.threadstone.reference.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Program;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.OverflowError;
import dev.threadstone.reference.errors.RuntimeError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionWaitTest {

    @Test
    void aWaiterWhoseTimeIsUpDoesNotCountEvenWhileItWaitsForTheLock() {
        Program.simulated(program -> {
            var condition = new Condition(program.interpreter());
            List<String> results = new ArrayList<>();
            Thread timed = program.started(() -> {
                condition.acquire();
                results.add("timed " + condition.await(Timeout.ofSeconds(1)));
                condition.release();
            });
            program.rest();
            Thread patient = program.started(() -> {
                condition.acquire();
                results.add("patient " + condition.await());
                condition.release();
            });
            program.rest();
            condition.acquire();
            program.elapse(Duration.ofSeconds(3));
            assertThat(results).isEmpty();
            condition.notifyOne();
            condition.release();
            timed.join();
            patient.join();
            assertThat(results).containsExactlyInAnyOrder("timed false", "patient true");
        });
    }

    @Test
    void aTimeoutOfZeroOrLessDoesNotWaitAndOneThatIsTooLargeIsRefused() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            condition.acquire();
            condition.acquire();
            for (double seconds : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
                assertThat(condition.await(Timeout.ofSeconds(seconds))).isFalse();
            }
            assertThatThrownBy(() -> condition.await(Timeout.ofSeconds(1e100))).isInstanceOf(OverflowError.class);
            assertThatThrownBy(() -> condition.waitFor(() -> false, Timeout.ofSeconds(1e100)))
                    .isInstanceOf(OverflowError.class);
            assertThat(condition.toString()).matches("<Condition\\(<locked .* count=2 at 0x.*>, 0\\)>");
        });
    }

    @Test
    void waitForReturnsTheValueOfThePredicateAndAsksOnceMoreWhenTheTimeIsUp() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            condition.acquire();
            var calls = new AtomicInteger();
            List<Integer> empty = condition.waitFor(
                    () -> {
                        calls.incrementAndGet();
                        assertThat(condition.isOwned()).isTrue();
                        return new ArrayList<Integer>();
                    },
                    list -> !list.isEmpty(),
                    Timeout.ofSeconds(0));
            assertThat(empty).isEmpty();
            assertThat(calls).hasValue(2);
            var value = new Object();
            assertThat(condition.waitFor(() -> value, found -> true, Timeout.ofSeconds(-1)))
                    .isSameAs(value);
        });
    }

    @Test
    void notificationsThatLeaveThePredicateFalseDoNotProlongWaitFor() {
        Program.simulated(program -> {
            var condition = new Condition(program.interpreter());
            List<Object> results = new ArrayList<>();
            Thread waiter = program.started(() -> {
                condition.acquire();
                long before = program.platform().nowNanos();
                results.add(condition.waitFor(() -> false, Timeout.ofSeconds(2)));
                results.add(program.platform().nowNanos() - before);
                condition.release();
            });
            program.elapse(Duration.ofSeconds(1));
            notify(condition, 1);
            program.elapse(Duration.ofSeconds(1));
            waiter.join();
            assertThat(results).containsExactly(false, 2_000_000_000L);
        });
    }

    @Test
    void anErrorOfThePredicateLeavesWaitForWithTheLockHeld() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            condition.acquire();
            var boom = new RuntimeError("boom");
            assertThatThrownBy(() -> condition.waitFor(
                            () -> {
                                throw boom;
                            },
                            null))
                    .isSameAs(boom);
            assertThat(condition.isOwned()).isTrue();
        });
    }

    @Test
    void aHandlerThatReturnsLetsTheWaitGoOnAndOneThatRaisesEndsItWithTheLockHeld() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            List<Object> handled = new ArrayList<>();
            program.interpreter().signals().signal(10, (args, kwargs) -> handled.add(condition.isOwned()));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            condition.acquire();
            condition.acquire();
            assertThatThrownBy(condition::await).isInstanceOf(KeyboardInterrupt.class);
            assertThat(handled).containsExactly(false);
            condition.release();
            assertThat(condition.isOwned()).isTrue();
            condition.notifyOne();
            assertThat(condition.await(Timeout.ofSeconds(0))).isFalse();
        });
    }

    @Test
    void aHandlerRunsOnlyAfterANotifiedWaiterHasTheLockAgain() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            condition.acquire();
            Thread notifier = program.started(() -> {
                condition.acquire();
                condition.notifyOne();
                program.rest();
                program.interpreter().signals().deliver("SIGINT");
                program.rest();
                condition.release();
            });
            assertThat(condition.await()).isTrue();
            assertThatThrownBy(condition::isOwned).isInstanceOf(KeyboardInterrupt.class);
            assertThat(condition.isOwned()).isTrue();
            condition.release();
            notifier.join();
        });
    }

    @Test
    void everyItemOfTheProducersReachesOneConsumer() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            ArrayDeque<Integer> items = new ArrayDeque<>();
            List<Integer> consumed = Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                threads.add(program.started(() -> consume(condition, items, consumed, 4)));
            }
            for (int i = 0; i < 2; i++) {
                int first = i * 6;
                threads.add(program.started(() -> produce(condition, items, first, 6)));
            }
            threads.forEach(Thread::join);
            assertThat(consumed)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 12).boxed().toList());
        });
    }

    private static void produce(Condition condition, ArrayDeque<Integer> items, int first, int count) {
        for (int i = 0; i < count; i++) {
            condition.acquire();
            items.add(first + i);
            condition.notifyOne();
            condition.release();
        }
    }

    private static void consume(Condition condition, ArrayDeque<Integer> items, List<Integer> consumed, int count) {
        for (int i = 0; i < count; i++) {
            condition.acquire();
            while (items.isEmpty()) {
                condition.await();
            }
            consumed.add(items.remove());
            condition.release();
        }
    }

    private static void notify(Condition condition, int count) {
        condition.acquire();
        condition.notifyWaiters(count);
        condition.release();
    }
}
