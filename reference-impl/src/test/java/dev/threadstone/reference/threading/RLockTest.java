package dev.threadstone.reference.threading;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.errors.IssuedWarning;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.OverflowError;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.TypeError;
import dev.threadstone.reference.errors.ValueError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RLockTest {

    @Test
    void theOwnerAcquiresAgainAndMustReleaseAsOften() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            assertThat(lock.acquire()).isTrue();
            assertThat(lock.acquire(false)).isTrue();
            assertThat(lock.acquire(Timeout.ofSeconds(5))).isTrue();
            assertThat(lock.recursionCount()).isEqualTo(3);
            for (int left = 2; left >= 0; left--) {
                lock.release();
                assertThat(lock.recursionCount()).isEqualTo(left);
                assertThat(triedElsewhere(program, lock)).isEqualTo(left == 0);
            }
        });
    }

    @Test
    void anotherThreadWaitsUntilTheOwnerHasFullyReleased() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            lock.acquire();
            lock.acquire();
            List<Boolean> results = new ArrayList<>();
            Thread worker = program.started(() -> {
                results.add(lock.acquire());
                results.add(lock.isOwned());
                lock.release();
            });
            program.rest();
            lock.release();
            program.rest();
            assertThat(results).isEmpty();
            lock.release();
            worker.join();
            assertThat(results).containsExactly(true, true);
            assertThat(lock.isOwned()).isFalse();
        });
    }

    @Test
    void theLastReleaseLetsExactlyOneOfSeveralWaitersBecomeOwner() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            lock.acquire();
            var owners = new AtomicInteger();
            var release = new Event(program.interpreter());
            List<Thread> workers = IntStream.range(0, 4)
                    .mapToObj(i -> program.started(() -> {
                        lock.acquire();
                        owners.incrementAndGet();
                        release.await();
                        lock.release();
                    }))
                    .toList();
            program.rest();
            lock.release();
            program.rest();
            assertThat(owners).hasValue(1);
            release.set();
            workers.forEach(Thread::join);
        });
    }

    @Test
    void onlyTheOwnerMayReleaseAndARefusedReleaseChangesNothing() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            assertThatThrownBy(lock::release).isInstanceOf(RuntimeError.class);
            lock.acquire();
            program.started(() -> assertThatThrownBy(lock::release)
                            .isInstanceOf(RuntimeError.class)
                            .hasMessage("cannot release un-acquired lock"))
                    .join();
            assertThat(lock.recursionCount()).isEqualTo(1);
            lock.release();
            assertThatThrownBy(lock::release).isInstanceOf(RuntimeError.class);
        });
    }

    @Test
    void itStaysLockedWhenItsOwnerEnds() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            program.started(lock::acquire).join();
            assertThat(lock.acquire(Timeout.of(1, MILLISECONDS))).isFalse();
            assertThatThrownBy(lock::release).isInstanceOf(RuntimeError.class);
        });
    }

    @Test
    void argumentsAreCheckedForTheOwnerToo() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            lock.acquire();
            assertThatThrownBy(() -> lock.acquire(false, Timeout.ofSeconds(1))).isInstanceOf(ValueError.class);
            assertThatThrownBy(() -> lock.acquire(Timeout.ofSeconds(-100))).isInstanceOf(ValueError.class);
            assertThatThrownBy(() -> lock.acquire(Timeout.ofSeconds(Timeout.MAX_SECONDS + 1)))
                    .isInstanceOf(OverflowError.class);
            assertThat(lock.recursionCount()).isEqualTo(1);
        });
    }

    @Test
    void aHandlerThatReturnsLetsTheAcquireGoOnAndOneThatRaisesEndsIt() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            var done = new Event(program.interpreter());
            List<Object> handled = new ArrayList<>();
            program.interpreter().signals().signal(10, (args, kwargs) -> handled.add(args.get(0)));
            Thread holder = program.started(() -> {
                lock.acquire();
                done.await();
                lock.release();
            });
            program.rest();
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGUSR1"));
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(lock::acquire).isInstanceOf(KeyboardInterrupt.class);
            assertThat(handled).containsExactly(10);
            assertThat(lock.isOwned()).isFalse();
            done.set();
            holder.join();
        });
    }

    @Test
    void lockedSaysWhetherAnybodyOwnsItSincePython314() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            assertThat(lock.locked()).isFalse();
            program.started(lock::acquire).join();
            assertThat(lock.locked()).isTrue();
        });
        Program.everywhere(
                at(13),
                program -> assertThatThrownBy(() -> new RLock(program.interpreter()).locked())
                        .isInstanceOf(AttributeError.class));
    }

    @Test
    void argumentsOfTheConstructorAreIgnoredThenDeprecatedThenRefused() {
        Program.everywhere(at(12), program -> {
            assertThat(RLock.withIgnoredArguments(program.interpreter()).acquire())
                    .isTrue();
            assertThat(program.interpreter().warnings().issued()).isEmpty();
        });
        Program.everywhere(at(13), program -> {
            assertThat(RLock.withIgnoredArguments(program.interpreter()).acquire())
                    .isTrue();
            assertThat(program.interpreter().warnings().issued())
                    .extracting(IssuedWarning::category)
                    .containsExactly("DeprecationWarning");
        });
        Program.everywhere(
                at(15),
                program -> assertThatThrownBy(() -> RLock.withIgnoredArguments(program.interpreter()))
                        .isInstanceOf(TypeError.class));
    }

    @Test
    void itsTextShowsOwnerAndCount() {
        Program.everywhere(program -> {
            var lock = new RLock(program.interpreter());
            assertThat(lock.toString()).matches("<unlocked _thread.RLock object owner=0 count=0 at 0x.*>");
            lock.acquire();
            lock.acquire();
            long ident = program.interpreter().threading().getIdent();
            assertThat(lock.toString()).matches("<locked _thread.RLock object owner=" + ident + " count=2 at 0x.*>");
        });
    }

    private static InterpreterOptions at(int minor) {
        return InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, minor));
    }

    private static boolean triedElsewhere(Program program, RLock lock) {
        boolean[] success = {false};
        program.started(() -> {
                    success[0] = lock.acquire(false);
                    if (success[0]) {
                        lock.release();
                    }
                })
                .join();
        return success[0];
    }
}
