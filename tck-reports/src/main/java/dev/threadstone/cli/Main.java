package dev.threadstone.cli;

import dev.threadstone.suite.Shard;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The command line {@code threadstone}. */
@Command(
        name = "threadstone",
        description = "Judges runtimes that offer Python's threading model, behaviour by behaviour.",
        mixinStandardHelpOptions = true,
        versionProvider = SuiteVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            MergeCommand.class,
            ExpectCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  threadstone run                    judge the bundled reference runtime",
            "  threadstone run -i python3         judge the Python on PATH",
            "  threadstone explain RLOCK-007      say what a requirement means and what shows it"
        })
public final class Main {

    private final Terminal terminal;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(execute(Terminal.standard(), arguments));
    }

    /** Runs one command in this JVM and returns its exit code. */
    static int execute(Terminal terminal, String... arguments) {
        return new CommandLine(new Main(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(new ErrorSentences())
                .registerConverter(Shard.class, Main::shard)
                .setExecutionExceptionHandler(new ErrorSentences())
                .execute(arguments);
    }

    private static Shard shard(String text) {
        try {
            return Shard.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
