package dev.threadstone.reference.threading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.Exit;
import dev.threadstone.reference.Program;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.SystemExit;
import dev.threadstone.reference.errors.ValueError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptHookTest {

    @Test
    void anExceptionThatLeavesRunEndsOnlyItsThreadAndIsWrittenToTheErrorStream() {
        Exit exit = Program.exitOf(program -> {
            raising(program, new ValueError("boom")).join();
            program.interpreter().stdout().write("main goes on");
        });
        assertThat(exit)
                .isEqualTo(new Exit(
                        0,
                        "main goes on",
                        "Exception in thread Thread-1:\nTraceback (most recent call last):\nValueError: boom\n"));
    }

    @Test
    void systemExitEndsItsThreadSilently() {
        assertThat(Program.exitOf(program -> raising(program, new SystemExit(5)).join()))
                .isEqualTo(new Exit(0, "", ""));
    }

    @Test
    void aHookIsCalledOnceInTheFailingThreadWhichStillLives() {
        Program.everywhere(program -> {
            var threading = program.interpreter().threading();
            List<Object> seen = new ArrayList<>();
            threading.exceptHooks().install(args -> {
                seen.add(args.excType());
                seen.add(args.excValue());
                seen.add(args.thread().equals(threading.currentThread()));
                seen.add(args.thread().isAlive());
            });
            var error = new PythonException(List.of("my.Error", "Exception", "BaseException", "object"), "boom");
            raising(program, error).join();
            assertThat(seen).containsExactly("my.Error", error, true, true);
        });
    }

    @Test
    void aHookThatRaisesIsReportedToTheHookOfTheInterpreter() {
        List<PythonException> reported = new ArrayList<>();
        var second = new ValueError("second");
        Exit exit = Program.exitOf(program -> {
            program.interpreter().excepthook(reported::add);
            program.interpreter().threading().exceptHooks().install(args -> {
                throw second;
            });
            raising(program, new ValueError("first")).join();
        });
        assertThat(reported).containsExactly(second);
        assertThat(exit).isEqualTo(new Exit(0, "", "Exception in threading.excepthook:\n"));
    }

    @Test
    void theOriginalHookCanBeRestored() {
        Exit exit = Program.exitOf(program -> {
            var hooks = program.interpreter().threading().exceptHooks();
            hooks.install(args -> {});
            hooks.install(hooks.original());
            raising(program, new ValueError("boom")).join();
        });
        assertThat(exit.stderr()).contains("Exception in thread Thread-1:", "ValueError: boom");
    }

    private static Thread raising(Program program, RuntimeException error) {
        return program.started(() -> {
            throw error;
        });
    }
}
