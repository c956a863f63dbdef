package dev.threadstone.reference.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.errors.PythonAssertionError;
import dev.threadstone.reference.errors.RuntimeError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadTest {

    @Test
    void constructingRunsNothing() {
        Program.everywhere(program -> {
            var calls = new AtomicInteger();
            var thread = new Thread(program.interpreter(), PyCallable.of(calls::incrementAndGet));
            program.rest();
            assertThat(calls).hasValue(0);
            assertThat(thread.isAlive()).isFalse();
            assertThat(thread.ident()).isNull();
            assertThat(thread.nativeId()).isNull();
        });
    }

    @Test
    void startRunsTheTargetInAnotherThreadAndDoesNotWaitForIt() {
        Program.everywhere(program -> {
            var threading = program.interpreter().threading();
            var gate = new Event(program.interpreter());
            List<Long> idents = new ArrayList<>();
            Thread thread = program.started(() -> {
                idents.add(threading.getIdent());
                gate.await();
            });
            assertThat(thread.isAlive()).isTrue();
            Long ident = thread.ident();
            gate.set();
            thread.join();
            assertThat(thread.isAlive()).isFalse();
            assertThat(idents).containsExactly(ident);
            assertThat(thread.ident()).isEqualTo(ident).isNotEqualTo(threading.getIdent());
            assertThat(thread.nativeId()).isNotNull();
        });
    }

    @Test
    void argumentsReachTheTargetAsTheVeryObjects() {
        Program.everywhere(program -> {
            Object first = new Object();
            Object second = new Object();
            List<@Nullable Object> seen = new ArrayList<>();
            Map<String, @Nullable Object> named = new HashMap<>();
            var options = ThreadOptions.target((args, kwargs) -> {
                        seen.addAll(args);
                        named.putAll(kwargs);
                        return null;
                    })
                    .withArgs(Collections.unmodifiableList(new ArrayList<>(List.of(first, second))))
                    .withKwargs(Map.of("key", first));
            var thread = new Thread(program.interpreter(), options);
            thread.start();
            thread.join();
            assertThat(seen).hasSize(2);
            assertThat(seen.get(0)).isSameAs(first);
            assertThat(seen.get(1)).isSameAs(second);
            assertThat(named.get("key")).isSameAs(first);
        });
    }

    @Test
    void aThreadWithoutTargetEndsNormally() {
        Program.everywhere(program -> {
            var thread = new Thread(program.interpreter());
            thread.start();
            thread.join();
            assertThat(thread.isAlive()).isFalse();
        });
    }

    @Test
    void aFalsyTargetIsCalledSincePython310() {
        Program.everywhere(program -> assertThat(callsOfFalsyTarget(program)).isEqualTo(1));
        Program.everywhere(
                InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, 9)),
                program -> assertThat(callsOfFalsyTarget(program)).isZero());
    }

    @Test
    void aGroupIsRefused() {
        Program.everywhere(program -> assertThatThrownBy(
                        () -> new Thread(program.interpreter(), ThreadOptions.NONE.withGroup("group")))
                .isInstanceOf(PythonAssertionError.class));
    }

    @Test
    void aThreadCanBeStartedOnlyOnce() {
        Program.everywhere(program -> {
            var calls = new AtomicInteger();
            var gate = new Event(program.interpreter());
            Thread thread = program.started(() -> {
                gate.await();
                calls.incrementAndGet();
            });
            assertThatThrownBy(thread::start)
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("threads can only be started once");
            gate.set();
            thread.join();
            assertThatThrownBy(thread::start).isInstanceOf(RuntimeError.class);
            assertThat(calls).hasValue(1);
        });
    }

    @Test
    void ofSeveralThreadsThatStartOneObjectExactlyOneSucceeds() {
        Program.everywhere(program -> {
            var calls = new AtomicInteger();
            var errors = new AtomicInteger();
            var gate = new Event(program.interpreter());
            var thread = new Thread(program.interpreter(), PyCallable.of(calls::incrementAndGet));
            List<Thread> starters = IntStream.range(0, 6)
                    .mapToObj(i -> program.started(() -> {
                        gate.await();
                        try {
                            thread.start();
                        } catch (RuntimeError lost) {
                            errors.incrementAndGet();
                        }
                    }))
                    .toList();
            gate.set();
            starters.forEach(Thread::join);
            thread.join();
            assertThat(calls).hasValue(1);
            assertThat(errors).hasValue(5);
        });
    }

    @Test
    void startRunsTheRunMethodOfASubclass() {
        Program.everywhere(program -> {
            var targetCalls = new AtomicInteger();
            List<Thread> current = new ArrayList<>();
            var thread = new Thread(program.interpreter(), PyCallable.of(targetCalls::incrementAndGet)) {
                @Override
                public void run() {
                    current.add(interpreter().threading().currentThread());
                }
            };
            thread.start();
            thread.join();
            assertThat(current).containsExactly(thread);
            assertThat(targetCalls).hasValue(0);
        });
    }

    @Test
    void anObjectWhoseBaseConstructorWasSkippedCanBeNeitherStartedNorJoined() {
        Program.everywhere(program -> {
            var thread = new Unfinished(program.interpreter());
            assertThatThrownBy(thread::start)
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("thread.__init__() not called");
            assertThatThrownBy(thread::join)
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("Thread.__init__() not called");
            assertThatThrownBy(() -> thread.setDaemon(true)).isInstanceOf(RuntimeError.class);
            assertThatThrownBy(thread::name).isInstanceOf(PythonAssertionError.class);
            assertThatThrownBy(thread::ident).isInstanceOf(PythonAssertionError.class);
            assertThatThrownBy(thread::isAlive).isInstanceOf(PythonAssertionError.class);
        });
    }

    @Test
    void runCalledDirectlyCallsTheTargetInTheCallingThread() {
        Program.everywhere(program -> {
            var threading = program.interpreter().threading();
            List<Long> idents = new ArrayList<>();
            var thread = new Thread(program.interpreter(), PyCallable.of(() -> idents.add(threading.getIdent())));
            thread.run();
            assertThat(idents).containsExactly(threading.getIdent());
            assertThat(thread.ident()).isNull();
            assertThat(thread.isAlive()).isFalse();
        });
    }

    @Test
    void aThreadIsAliveInItsOwnEyesAndCurrentThere() {
        Program.everywhere(program -> {
            var threading = program.interpreter().threading();
            List<Object> seen = new ArrayList<>();
            Thread thread = program.started(() -> {
                seen.add(threading.currentThread());
                seen.add(threading.currentThread().isAlive());
            });
            thread.join();
            assertThat(seen).containsExactly(thread, true);
        });
    }

    @Test
    void enumerateListsExactlyTheLivingThreads() {
        Program.everywhere(program -> {
            var threading = program.interpreter().threading();
            assertThat(threading.enumerate()).containsExactly(threading.mainThread());
            var gate = new Event(program.interpreter());
            Thread thread = program.started(gate::await);
            var unstarted = new Thread(program.interpreter());
            assertThat(threading.enumerate()).containsExactly(threading.mainThread(), thread);
            assertThat(threading.activeCount()).isEqualTo(2);
            gate.set();
            thread.join();
            assertThat(threading.enumerate()).doesNotContain(thread, unstarted);
        });
    }

    @Test
    void startRaisesWhenThePlatformRefuses() {
        Program.everywhere(program -> {
            var threading = program.interpreter().threading();
            var calls = new AtomicInteger();
            threading.stackSize(Long.MAX_VALUE);
            var thread = new Thread(program.interpreter(), PyCallable.of(calls::incrementAndGet));
            assertThatThrownBy(thread::start).isInstanceOf(RuntimeError.class).hasMessage("can't start new thread");
            assertThat(thread.isAlive()).isFalse();
            assertThat(thread.ident()).isNull();
            assertThat(threading.activeCount()).isEqualTo(1);
            threading.stackSize(0);
            thread.start();
            thread.join();
            assertThat(calls).hasValue(1);
        });
    }

    @Test
    void namesAreGeneratedFromANumberAndTheTarget() {
        Program.everywhere(program -> {
            Interpreter interpreter = program.interpreter();
            assertThat(new Thread(interpreter).name()).isEqualTo("Thread-1");
            assertThat(new Thread(interpreter, PyCallable.named("worker", () -> {})).name())
                    .isEqualTo("Thread-2 (worker)");
            var named = new Thread(interpreter, ThreadOptions.NONE.withName("alpha"));
            assertThat(named.name()).isEqualTo("alpha");
            named.setName("beta");
            assertThat(named.name()).isEqualTo("beta");
            assertThat(interpreter.threading().mainThread().name()).isEqualTo("MainThread");
        });
        Program.everywhere(InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, 9)), program -> {
            var thread = new Thread(program.interpreter(), PyCallable.named("worker", () -> {}));
            assertThat(thread.name()).isEqualTo("Thread-1");
        });
    }

    @Test
    void itsTextShowsNameStageDaemonFlagAndIdentifier() {
        Program.everywhere(program -> {
            var gate = new Event(program.interpreter());
            var options = ThreadOptions.target(PyCallable.of(gate::await)).withName("worker");
            var thread = new Thread(program.interpreter(), options.withDaemon(true));
            assertThat(thread.toString()).isEqualTo("<Thread(worker, initial daemon)>");
            thread.start();
            assertThat(thread.toString()).isEqualTo("<Thread(worker, started daemon " + thread.ident() + ")>");
            gate.set();
            thread.join();
            assertThat(thread.toString()).isEqualTo("<Thread(worker, stopped daemon " + thread.ident() + ")>");
        });
    }

    @Test
    void aThousandThreadsLiveAtTheSameTime() {
        Program.simulated(program -> {
            var gate = new Event(program.interpreter());
            List<Thread> threads = IntStream.range(0, 1000)
                    .mapToObj(i -> program.started(gate::await))
                    .toList();
            program.rest();
            assertThat(threads).allMatch(Thread::isAlive);
            gate.set();
            threads.forEach(Thread::join);
            assertThat(program.interpreter().threading().activeCount()).isEqualTo(1);
        });
    }

    private static int callsOfFalsyTarget(Program program) {
        var calls = new AtomicInteger();
        var target = new PyCallable() {
            @Override
            public @Nullable Object call(
                    List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
                return calls.incrementAndGet();
            }

            @Override
            public boolean truth() {
                return false;
            }
        };
        var thread = new Thread(program.interpreter(), target);
        thread.start();
        thread.join();
        return calls.get();
    }

    private static final class Unfinished extends Thread {
        Unfinished(Interpreter interpreter) {
            super(interpreter, BaseInit.SKIPPED);
        }
    }
}
