package dev.threadstone.reference.threading;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.errors.IssuedWarning;
import dev.threadstone.reference.errors.RuntimeError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void withoutALockItMakesAReentrantOne() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            assertThat(condition.acquire()).isTrue();
            assertThat(condition.acquire()).isTrue();
            assertThat(triedElsewhere(program, condition)).isFalse();
            condition.release();
            assertThat(triedElsewhere(program, condition)).isFalse();
            condition.release();
            assertThat(triedElsewhere(program, condition)).isTrue();
        });
    }

    @Test
    void theLockThatItWasGivenIsItsLock() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            var condition = new Condition(program.interpreter(), lock);
            condition.acquire();
            assertThat(lock.acquire(false)).isFalse();
            assertThat(condition.locked()).isTrue();
            condition.release();
            lock.acquire();
            assertThat(condition.acquire(false, Timeout.UNLIMITED)).isFalse();
            assertThat(condition.acquire(true, Timeout.of(1, MILLISECONDS))).isFalse();
        });
    }

    @Test
    void waitGivesUpEveryLevelAndGetsThemBack() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            List<Boolean> results = new ArrayList<>();
            Thread waiter = program.started(() -> {
                condition.acquire();
                condition.acquire();
                condition.acquire();
                results.add(condition.await());
                for (int level = 0; level < 3; level++) {
                    results.add(condition.isOwned());
                    condition.release();
                }
                results.add(condition.isOwned());
            });
            program.rest();
            assertThat(condition.acquire(false, Timeout.UNLIMITED)).isTrue();
            condition.notifyOne();
            program.rest();
            assertThat(results).isEmpty();
            condition.release();
            waiter.join();
            assertThat(results).containsExactly(true, true, true, true, false);
        });
    }

    @Test
    void overAPlainLockItIsEnoughThatSomebodyHoldsTheLock() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter(), new Lock(program.interpreter()));
            assertThatThrownBy(condition::notifyOne).isInstanceOf(RuntimeError.class);
            program.started(condition::acquire).join();
            assertThat(condition.isOwned()).isTrue();
            condition.notifyOne();
            condition.notifyAllWaiters();
        });
    }

    @Test
    void onlyWhoHoldsTheLockMayWaitAndNotify() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            program.started(condition::acquire).join();
            assertThatThrownBy(condition::await)
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("cannot wait on un-acquired lock");
            assertThatThrownBy(() -> condition.await(Timeout.ofSeconds(1))).isInstanceOf(RuntimeError.class);
            assertThatThrownBy(condition::notifyOne)
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("cannot notify on un-acquired lock");
            assertThatThrownBy(condition::notifyAllWaiters).isInstanceOf(RuntimeError.class);
            assertThatThrownBy(() -> condition.waitFor(() -> false, null)).isInstanceOf(RuntimeError.class);
            assertThat(condition.waitFor(() -> true, null)).isTrue();
            assertThatThrownBy(condition::releaseSave).isInstanceOf(RuntimeError.class);
            assertThatThrownBy(condition::release).isInstanceOf(RuntimeError.class);
        });
    }

    @Test
    void waitersAreNotifiedInTheOrderInWhichTheyCame() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            List<Integer> order = new ArrayList<>();
            List<Thread> waiters = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                int number = i;
                waiters.add(program.started(() -> {
                    condition.acquire();
                    condition.await();
                    order.add(number);
                    condition.release();
                }));
                program.rest();
            }
            notify(condition, 1);
            program.rest();
            assertThat(order).containsExactly(0);
            notify(condition, 3);
            program.rest();
            assertThat(order).hasSize(4).doesNotContain(4);
            notify(condition, 0);
            notify(condition, -1);
            program.rest();
            assertThat(order).hasSize(4);
            notify(condition, 9);
            waiters.forEach(Thread::join);
        });
    }

    @Test
    void notificationsWithoutWaitersAreNotRemembered() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            condition.acquire();
            condition.notifyOne();
            condition.notifyAllWaiters();
            assertThat(condition.await(Timeout.of(1, MILLISECONDS))).isFalse();
            assertThat(condition.isOwned()).isTrue();
        });
    }

    @Test
    void whoWaitsAgainAfterNotifyAllNeedsAnotherOne() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            var woken = new AtomicInteger();
            List<Thread> waiters = IntStream.range(0, 3)
                    .mapToObj(i -> program.started(() -> {
                        condition.acquire();
                        condition.await();
                        woken.incrementAndGet();
                        condition.await();
                        condition.release();
                    }))
                    .toList();
            program.rest();
            condition.acquire();
            condition.notifyAllWaiters();
            condition.release();
            program.rest();
            assertThat(woken).hasValue(3);
            assertThat(waiters).allMatch(Thread::isAlive);
            condition.acquire();
            condition.notifyAllWaiters();
            condition.release();
            waiters.forEach(Thread::join);
        });
    }

    @Test
    void twoConditionsOverOneLockDoNotWakeEachOthersWaiters() {
        Program.everywhere(program -> {
            var lock = new Lock(program.interpreter());
            var first = new Condition(program.interpreter(), lock);
            var second = new Condition(program.interpreter(), lock);
            List<Boolean> results = new ArrayList<>();
            Thread waiter = program.started(() -> {
                first.acquire();
                results.add(first.await());
                lock.release();
            });
            program.rest();
            second.acquire();
            second.notifyAllWaiters();
            second.release();
            program.rest();
            assertThat(results).isEmpty();
            notify(first, 1);
            waiter.join();
            assertThat(results).containsExactly(true);
        });
    }

    @Test
    void aLockOfTheProgramNeedsNoMoreThanAcquireAndRelease() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter(), new Wrapper(new Lock(program.interpreter())));
            List<Boolean> results = new ArrayList<>();
            Thread waiter = program.started(() -> {
                condition.acquire();
                results.add(condition.await());
                condition.release();
            });
            program.rest();
            assertThatThrownBy(condition::notifyOne).isInstanceOf(RuntimeError.class);
            condition.acquire();
            condition.notifyOne();
            condition.release();
            waiter.join();
            assertThat(results).containsExactly(true);
            assertThat(condition.locked()).isFalse();
        });
    }

    @Test
    void theHooksOfALockOfTheProgramAreUsed() {
        Program.everywhere(program -> {
            List<String> calls = new ArrayList<>();
            var condition = new Condition(program.interpreter(), new Hooked(new RLock(program.interpreter()), calls));
            condition.acquire();
            assertThat(condition.await(Timeout.ofSeconds(0))).isFalse();
            condition.notifyOne();
            assertThat(calls).containsExactly("owned", "save", "restore token", "owned");
        });
    }

    @Test
    void lockedIsThereSincePython314() {
        Program.everywhere(
                at(13),
                program -> assertThatThrownBy(() -> new Condition(program.interpreter()).locked())
                        .isInstanceOf(AttributeError.class));
    }

    @Test
    void notifyAllByItsOldNameWarnsSincePython310() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter());
            condition.acquire();
            program.interpreter().threading().deprecatedNames().notifyAll(condition);
            assertThat(program.interpreter().warnings().issued())
                    .containsExactly(new IssuedWarning(
                            "DeprecationWarning", "notifyAll() is deprecated, use notify_all() instead"));
        });
        Program.everywhere(at(9), program -> {
            var condition = new Condition(program.interpreter());
            condition.acquire();
            program.interpreter().threading().deprecatedNames().notifyAll(condition);
            assertThat(program.interpreter().warnings().issued()).isEmpty();
        });
    }

    @Test
    void itsTextShowsItsLockAndHowManyWait() {
        Program.everywhere(program -> {
            var condition = new Condition(program.interpreter(), new Lock(program.interpreter()));
            assertThat(condition.toString()).matches("<Condition\\(<unlocked _thread.lock object at 0x.*>, 0\\)>");
            Thread waiter = program.started(() -> {
                condition.acquire();
                condition.await();
            });
            program.rest();
            assertThat(condition.toString()).endsWith(", 1)>");
            notify(condition, 1);
            waiter.join();
        });
    }

    @Test
    void aReportSaysThatAThreadWaitsForANotification() {
        Program.simulated(program -> {
            var condition = new Condition(program.interpreter());
            condition.label("ready");
            Thread waiter = program.started(() -> {
                condition.acquire();
                condition.await();
            });
            assertThat(program.reportAtRest()).contains(" waits for a notification of ready");
            notify(condition, 1);
            waiter.join();
        });
    }

    private static void notify(Condition condition, int count) {
        condition.acquire();
        condition.notifyWaiters(count);
        condition.release();
    }

    private static InterpreterOptions at(int minor) {
        return InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, minor));
    }

    private static boolean triedElsewhere(Program program, Condition condition) {
        boolean[] success = {false};
        program.started(() -> {
                    success[0] = condition.acquire(false, Timeout.UNLIMITED);
                    if (success[0]) {
                        condition.release();
                    }
                })
                .join();
        return success[0];
    }
}
