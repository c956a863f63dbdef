package dev.threadstone.reference.gil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Build;
import dev.threadstone.reference.GilState;
import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Thread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GilTest {

    private static final InterpreterOptions EAGER = InterpreterOptions.DEFAULTS.withSwitchInterval(Duration.ZERO);

    @Test
    void atMostOneThreadRunsAtATimeOnRealThreads() {
        var options = InterpreterOptions.DEFAULTS.withSwitchInterval(Duration.ofNanos(1));
        var most = new AtomicInteger();
        int[] unprotected = {0};
        Program.real(options, program -> {
            var inside = new AtomicInteger();
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(i -> program.started(() -> {
                        for (int step = 0; step < 5_000; step++) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            unprotected[0]++;
                            inside.decrementAndGet();
                            program.interpreter().current().checkpoint();
                        }
                    }))
                    .toList();
            threads.forEach(Thread::join);
        });
        assertThat(most).hasValue(1);
        assertThat(unprotected[0]).isEqualTo(20_000);
    }

    @Test
    void everyOneOfSeveralBusyThreadsMakesProgress() {
        var options = InterpreterOptions.DEFAULTS.withSwitchInterval(Duration.ofNanos(10_000));
        var finished = new AtomicInteger();
        Program.real(options, program -> {
            var all = new Event(program.interpreter());
            List<Thread> threads = IntStream.range(0, 12)
                    .mapToObj(i -> program.started(() -> {
                        if (finished.incrementAndGet() == 12) {
                            all.set();
                        }
                        while (!all.isSet()) {
                            program.interpreter().current().checkpoint();
                        }
                    }))
                    .toList();
            threads.forEach(Thread::join);
        });
        assertThat(finished).hasValue(12);
    }

    @Test
    void aSpinningThreadLetsAnotherOneChangeWhatItWaitsFor() {
        Program.simulated(1, InterpreterOptions.DEFAULTS, GilTest::spinUntilAnotherThreadSetsTheFlag);
        Program.simulated(1, EAGER, GilTest::spinUntilAnotherThreadSetsTheFlag);
        Program.real(InterpreterOptions.DEFAULTS, GilTest::spinUntilAnotherThreadSetsTheFlag);
        Program.real(
                InterpreterOptions.DEFAULTS.withBuild(Build.FREE_THREADED), GilTest::spinUntilAnotherThreadSetsTheFlag);
    }

    @Test
    void whoDropsTheLockOnRequestGetsItBackOnlyAfterAnotherThreadHadIt() {
        List<String> order = new ArrayList<>();
        Program.simulated(1, EAGER, program -> {
            var gate = new Event(program.interpreter());
            List<Thread> threads = List.of(logging(program, gate, order, "a"), logging(program, gate, order, "b"));
            program.rest();
            gate.set();
            threads.forEach(Thread::join);
        });
        assertThat(order).hasSize(20).doesNotHaveDuplicates();
        assertThat(order.subList(0, 10)).anyMatch(entry -> entry.startsWith("a"));
        assertThat(order.subList(0, 10)).anyMatch(entry -> entry.startsWith("b"));
    }

    @Test
    void aNativeCallThatKeepsTheLockStopsEverybodyElse() {
        Program.simulated(program -> {
            var calls = new AtomicInteger();
            program.started(calls::incrementAndGet);
            int before = calls.get();
            program.platform().park(nothing(), new Deadline(program.platform().nowNanos() + 1_000_000_000L));
            assertThat(calls).hasValue(before);
            program.rest();
            assertThat(calls).hasValue(1);
        });
    }

    @Test
    void aNativeCallThatReleasesTheLockLetsTheOthersRun() {
        Program.everywhere(program -> {
            var called = new AtomicBoolean();
            PlatformThread self = program.platform().current();
            program.started(() -> {
                called.set(true);
                program.platform().unpark(self);
            });
            program.interpreter().current().allowThreads(() -> {
                while (!called.get()) {
                    program.platform().park(nothing(), Deadline.NEVER);
                }
                return true;
            });
        });
    }

    @Test
    void aDetachedThreadMayNotTouchPythonObjects() {
        Program.simulated(program -> {
            var event = new Event(program.interpreter());
            assertThatThrownBy(() -> program.interpreter().current().allowThreads(event::isSet))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("detached");
        });
    }

    @Test
    void aForeignThreadAttachesAndIsADummyThreadWhileItLooks() {
        Program.everywhere(program -> {
            var interpreter = program.interpreter();
            var done = new Event(interpreter);
            List<String> names = new ArrayList<>();
            program.platform()
                    .spawn(
                            "native",
                            0,
                            () -> GilState.ensure(interpreter, () -> {
                                GilState.ensure(interpreter, () -> names.add("nested"));
                                Thread dummy = interpreter.threading().currentThread();
                                names.add(dummy.name() + " " + dummy.isDaemon() + " " + dummy.isAlive());
                                names.add("active " + interpreter.threading().activeCount());
                                done.set();
                                return true;
                            }));
            done.await();
            program.rest();
            assertThat(names).containsExactly("nested", "Dummy-1 true true", "active 2");
            assertThat(interpreter.threading().activeCount()).isEqualTo(1);
        });
    }

    private static Thread logging(Program program, Event gate, List<String> order, String name) {
        return program.started(() -> {
            gate.await();
            for (int i = 0; i < 10; i++) {
                order.add(name + i);
                gate.isSet();
            }
        });
    }

    private static void spinUntilAnotherThreadSetsTheFlag(Program program) {
        var flag = new AtomicBoolean();
        var event = new Event(program.interpreter());
        Thread setter = program.started(() -> flag.set(true));
        while (!flag.get()) {
            event.isSet();
        }
        setter.join();
    }

    private static Waiting nothing() {
        return new Waiting() {
            @Override
            public String what() {
                return "nothing";
            }

            @Override
            public @Nullable PlatformThread heldBy() {
                return null;
            }
        };
    }
}
