package dev.threadstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GilStateTest {

    @Test
    void anInnerEnsureFindsTheLockHeldAndLeavesItSo() {
        Program.everywhere(program -> {
            var states = program.interpreter().threadStates();
            var before = states.current();
            assertThat(GilState.ensure(program.interpreter())).isTrue();
            GilState.release(program.interpreter());
            assertThat(states.current()).isSameAs(before);
            assertThatThrownBy(() -> GilState.release(program.interpreter()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("releases more often");
        });
    }

    @Test
    void aDetachedThreadIsDetachedAgainAfterRelease() {
        Program.everywhere(program -> {
            var states = program.interpreter().threadStates();
            program.interpreter().current().allowThreads(() -> {
                assertThat(GilState.ensure(program.interpreter())).isFalse();
                assertThat(states.isCallerAttached()).isTrue();
                GilState.release(program.interpreter());
                assertThat(states.isCallerAttached()).isFalse();
                return true;
            });
        });
    }

    @Test
    void aForeignThreadHasAThreadStateOnlyUntilItsOutermostRelease() {
        Program.everywhere(program -> {
            var seen = new AtomicBoolean();
            var states = program.interpreter().threadStates();
            program.platform().spawn("native", 0, () -> {
                GilState.ensure(program.interpreter());
                GilState.ensure(program.interpreter());
                GilState.release(program.interpreter());
                seen.set(states.currentOrNull() != null);
                GilState.release(program.interpreter());
                seen.compareAndSet(true, states.currentOrNull() == null);
            });
            program.rest();
            assertThat(seen).isTrue();
            assertThat(states.all()).containsExactly(states.main());
        });
    }

    @Test
    void finalizationWaitsForGuardedCode() {
        Exit exit = Program.exitOf(program -> {
            program.platform()
                    .spawn(
                            "native",
                            0,
                            () -> GilState.ensureGuarded(program.interpreter(), () -> {
                                program.rest();
                                program.rest();
                                program.interpreter().stdout().write("guarded");
                            }));
            program.rest();
        });
        assertThat(exit.stdout()).isEqualTo("guarded");
    }

    @Test
    void guardedCodeIsRefusedOnceTheInterpreterHasBeenFinalized() {
        Program.everywhere(program -> {
            var ran = new AtomicBoolean();
            Subinterpreter sub = program.interpreter().newSubinterpreter(InterpreterOptions.DEFAULTS);
            sub.end();
            assertThat(GilState.ensureGuarded(sub.interpreter(), () -> ran.set(true)))
                    .isFalse();
            assertThat(ran).isFalse();
        });
    }
}
