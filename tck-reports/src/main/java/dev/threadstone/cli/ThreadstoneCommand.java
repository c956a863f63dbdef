package dev.threadstone.cli;

import dev.threadstone.verdict.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/** What the commands directly below {@code threadstone} share: where they write to. */
abstract class ThreadstoneCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Main main;

    @Override
    public final Integer call() {
        if (main == null) {
            throw new IllegalStateException("This is a command of threadstone, not of its own.");
        }
        return execute(main.terminal()).code();
    }

    abstract ExitCode execute(Terminal terminal);
}
