package dev.threadstone.reference.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.RuntimeError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaemonTest {

    @Test
    void aThreadInheritsTheDaemonFlagOfTheThreadThatConstructsIt() {
        Program.everywhere(program -> {
            var interpreter = program.interpreter();
            assertThat(new Thread(interpreter).isDaemon()).isFalse();
            List<Thread> children = new ArrayList<>();
            var parent = daemon(program, () -> children.add(new Thread(interpreter)));
            parent.start();
            parent.join();
            children.get(0).start();
            children.get(0).join();
            assertThat(children.get(0).isDaemon()).isTrue();
        });
    }

    @Test
    void anExplicitFlagOverridesTheInheritedOne() {
        Program.everywhere(program -> {
            List<Thread> children = new ArrayList<>();
            var parent = daemon(
                    program,
                    () -> children.add(new Thread(program.interpreter(), ThreadOptions.NONE.withDaemon(false))));
            parent.start();
            parent.join();
            assertThat(parent.isDaemon()).isTrue();
            assertThat(children.get(0).isDaemon()).isFalse();
        });
    }

    @Test
    void theFlagCanBeChangedOnlyBeforeTheStart() {
        Program.everywhere(program -> {
            var gate = new Event(program.interpreter());
            var thread = new Thread(program.interpreter(), PyCallable.of(gate::await));
            thread.setDaemon(true);
            assertThat(thread.isDaemon()).isTrue();
            thread.setDaemon(false);
            thread.start();
            assertThatThrownBy(() -> thread.setDaemon(true))
                    .isInstanceOf(RuntimeError.class)
                    .hasMessage("cannot set daemon status of active thread");
            gate.set();
            thread.join();
            assertThatThrownBy(() -> thread.setDaemon(true)).isInstanceOf(RuntimeError.class);
            assertThat(thread.isDaemon()).isFalse();
        });
    }

    @Test
    void theFlagOfTheMainThreadCannotBeChanged() {
        Program.everywhere(program -> {
            Thread main = program.interpreter().threading().mainThread();
            assertThatThrownBy(() -> main.setDaemon(true)).isInstanceOf(RuntimeError.class);
            assertThat(main.isDaemon()).isFalse();
        });
    }

    private static Thread daemon(Program program, Runnable body) {
        return new Thread(
                program.interpreter(), ThreadOptions.target(PyCallable.of(body)).withDaemon(true));
    }
}
