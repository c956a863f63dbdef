package dev.threadstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SubinterpreterTest {

    @Test
    void itRunsCodeInTheCallingThreadWithModulesOfItsOwn() {
        Program.everywhere(program -> {
            Subinterpreter sub = program.interpreter().newSubinterpreter(InterpreterOptions.DEFAULTS);
            Interpreter inner = sub.interpreter();
            Object result = sub.run((args, kwargs) -> {
                assertThat(inner.threading().currentThread())
                        .isSameAs(inner.threading().mainThread());
                assertThat(inner.threading().activeCount()).isEqualTo(1);
                assertThatThrownBy(() -> program.interpreter().current()).isInstanceOf(IllegalStateException.class);
                return 42;
            });
            assertThat(result).isEqualTo(42);
            assertThatThrownBy(() -> sub.run((args, kwargs) -> {
                        throw new ValueError("boom");
                    }))
                    .isInstanceOf(ValueError.class);
            program.interpreter().current().checkpoint();
        });
    }

    @Test
    void withoutThreadsStartRaisesAndTheTargetNeverRuns() {
        Program.everywhere(program -> {
            var calls = new AtomicInteger();
            Subinterpreter sub =
                    program.interpreter().newSubinterpreter(InterpreterOptions.DEFAULTS.withThreads(false));
            sub.run(PyCallable.of(() -> {
                var thread = new Thread(sub.interpreter(), PyCallable.of(calls::incrementAndGet));
                assertThatThrownBy(thread::start).isInstanceOf(RuntimeError.class);
                assertThat(thread.isAlive()).isFalse();
            }));
            program.rest();
            assertThat(calls).hasValue(0);
        });
    }

    @Test
    void withoutDaemonThreadsNoneCanBeMade() {
        Program.everywhere(program -> {
            Subinterpreter sub =
                    program.interpreter().newSubinterpreter(InterpreterOptions.DEFAULTS.withDaemonThreads(false));
            sub.run(PyCallable.of(() -> {
                assertThatThrownBy(() -> new Thread(sub.interpreter(), ThreadOptions.NONE.withDaemon(true)))
                        .isInstanceOf(RuntimeError.class);
                var thread = new Thread(sub.interpreter());
                assertThatThrownBy(() -> thread.setDaemon(true)).isInstanceOf(RuntimeError.class);
                assertThat(thread.isDaemon()).isFalse();
            }));
        });
    }

    @Test
    void itsEndWaitsForItsNonDaemonThreads() {
        Program.everywhere(program -> {
            List<String> log = new ArrayList<>();
            Subinterpreter sub = program.interpreter().newSubinterpreter(InterpreterOptions.DEFAULTS);
            sub.run(PyCallable.of(() -> new Thread(sub.interpreter(), PyCallable.of(() -> log.add("thread"))).start()));
            sub.end();
            log.add("ended");
            assertThat(log).containsExactly("thread", "ended");
            assertThat(sub.interpreter().exit()).isPresent();
            assertThatThrownBy(() -> sub.run(PyCallable.of(() -> {})))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has ended");
        });
    }
}
