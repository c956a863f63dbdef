package dev.threadstone.reference.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.Build;
import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What the suite cannot see of contexts. */
class ContextTest {

    @Test
    void threadsInheritContextsByDefaultWithoutAGilSince314Only() {
        var fourteen = InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, 14));
        var thirteen = InterpreterOptions.DEFAULTS.withPython(new PythonLevel(3, 13));
        assertThat(fourteen.inheritsContext()).isFalse();
        assertThat(fourteen.withBuild(Build.FREE_THREADED).inheritsContext()).isTrue();
        assertThat(thirteen.withBuild(Build.FREE_THREADED).inheritsContext()).isFalse();
        assertThat(fourteen.withThreadInheritContext(true).inheritsContext()).isTrue();
        assertThat(fourteen.withBuild(Build.FREE_THREADED)
                        .withThreadInheritContext(false)
                        .inheritsContext())
                .isFalse();
    }

    @Test
    void noneIsAValueAndNoAbsence() {
        Program.everywhere(program -> {
            var variable = new ContextVar(program.interpreter(), "variable", "default");
            var token = variable.set(null);
            assertThat(variable.get()).isNull();
            variable.reset(token);
            assertThat(variable.get()).isEqualTo("default");
        });
    }

    @Test
    void aThreadDoesNotSeeWhatItsStarterHasSet() {
        Program.everywhere(program -> {
            var variable = new ContextVar(program.interpreter(), "variable", "default");
            var seen = new ArrayList<Object>();
            variable.set("starter");
            var inherits = program.interpreter().options().inheritsContext();
            var worker = new Thread(program.interpreter(), PyCallable.of(() -> seen.add(variable.get())));
            worker.start();
            worker.join();
            assertThat(seen).containsExactly(inherits ? "starter" : "default");
        });
    }
}
