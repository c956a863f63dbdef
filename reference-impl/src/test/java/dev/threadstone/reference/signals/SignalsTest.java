package dev.threadstone.reference.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Exit;
import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.threading.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {

    @Test
    void handlersRunInTheMainThreadWithTheNumberAndNoFrame() {
        Program.everywhere(program -> {
            var interpreter = program.interpreter();
            List<Object> seen = new ArrayList<>();
            PyCallable handler = (args, kwargs) -> seen.add(Arrays.asList(
                    args.get(0), args.get(1), interpreter.current().isMain()));
            assertThat(interpreter.signals().signal(10, handler)).isEqualTo(Disposition.SIG_DFL);
            assertThat(interpreter.signals().signal(10, handler)).isSameAs(handler);
            program.started(() -> interpreter.signals().deliver("SIGUSR1")).join();
            interpreter.current().checkpoint();
            assertThat(seen).containsExactly(Arrays.asList(10, null, true));
        });
    }

    @Test
    void onlyTheMainThreadOfTheMainInterpreterInstallsHandlers() {
        Program.everywhere(program -> {
            var signals = program.interpreter().signals();
            program.started(() -> assertThatThrownBy(() -> signals.signal(10, Disposition.SIG_IGN))
                            .isInstanceOf(ValueError.class))
                    .join();
            assertThat(signals.handlerOf(10)).isEqualTo(Disposition.SIG_DFL);
            assertThatThrownBy(() -> signals.signal(99, Disposition.SIG_IGN)).isInstanceOf(ValueError.class);
            var sub = program.interpreter().newSubinterpreter(InterpreterOptions.DEFAULTS);
            assertThatThrownBy(() -> sub.run(
                            PyCallable.of(() -> sub.interpreter().signals().signal(10, Disposition.SIG_IGN))))
                    .isInstanceOf(ValueError.class);
        });
    }

    @Test
    void anInterruptRaisesInTheMainThreadAndInNoOther() {
        Program.everywhere(program -> {
            var event = new Event(program.interpreter());
            List<Boolean> results = new ArrayList<>();
            var worker = program.started(() -> results.add(event.await()));
            program.rest();
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
            assertThatThrownBy(event::await).isInstanceOf(KeyboardInterrupt.class);
            assertThat(worker.isAlive()).isTrue();
            event.set();
            worker.join();
            assertThat(results).containsExactly(true);
        });
    }

    @Test
    void anIgnoredSignalDoesNothing() {
        Program.everywhere(program -> {
            program.interpreter().signals().signal(2, Disposition.SIG_IGN);
            program.interpreter().signals().deliver("SIGINT");
            program.interpreter().current().checkpoint();
        });
    }

    @Test
    void aFatalSignalWithoutHandlerKillsTheInterpreterWithoutExitCallbacks() {
        Exit exit = Program.exitOf(program -> {
            var interpreter = program.interpreter();
            interpreter
                    .exitCallbacks()
                    .register(PyCallable.of(() -> interpreter.stdout().write("callback")));
            program.whenAtRest(() -> interpreter.signals().deliver("SIGTERM"));
            new Event(interpreter).await();
        });
        assertThat(exit).isEqualTo(new Exit(-15, "", ""));
    }

    @Test
    void anInterruptWhileTheInterpreterWaitsForThreadsEndsThatWait() {
        Exit exit = Program.exitOf(program -> {
            program.started(new Event(program.interpreter())::await);
            program.whenAtRest(() -> program.interpreter().signals().deliver("SIGINT"));
        });
        assertThat(exit.status()).isZero();
        assertThat(exit.stderr()).contains("KeyboardInterrupt");
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Signal.of("SIGFOO"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SIGFOO")
                .hasMessageContaining("SIGUSR1");
    }
}
