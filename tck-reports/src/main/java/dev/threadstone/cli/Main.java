package dev.threadstone.cli;

import dev.threadstone.suite.Shard;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
        footer = {
            "",
            "Examples:",
            "  threadstone run                    judge the bundled reference runtime",
            "  threadstone run -i python3         judge the Python on PATH",
            "  threadstone explain RLOCK-007      say what a requirement means and what shows it"
        })
public final class Main {

    private static final Map<String, Supplier<Object>> COMMANDS = commands();

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
        var commandLine = new CommandLine(new Main(terminal));
        addCommands(commandLine, arguments);
        return commandLine
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(new ErrorSentences())
                .registerConverter(Shard.class, Main::shard)
                .setExecutionExceptionHandler(new ErrorSentences())
                .execute(arguments);
    }

    /** Reading all commands takes a tenth of a second, so if one is named only that one is read. */
    private static void addCommands(CommandLine commandLine, String... arguments) {
        var named = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
        COMMANDS.forEach((name, command) -> {
            if (!named || name.equals(arguments[0])) {
                commandLine.addSubcommand(name, command.get());
            }
        });
    }

    private static Map<String, Supplier<Object>> commands() {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("run", RunCommand::new);
        commands.put("list", ListCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("expect", ExpectCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    private static Shard shard(String text) {
        try {
            return Shard.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
