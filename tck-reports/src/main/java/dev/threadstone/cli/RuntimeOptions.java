package dev.threadstone.cli;

import dev.threadstone.spi.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which runtime is judged, and how it is brought up. */
final class RuntimeOptions {

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "NAME",
            defaultValue = "reference",
            description =
                    "An implementation by name ('threadstone list implementations'), or a Python by its command or"
                            + " path: python3, /opt/pypy/bin/pypy3. Default: ${DEFAULT-VALUE}.")
    String selector = "reference";

    @Option(
            names = {"-o", "--option"},
            paramLabel = "NAME=VALUE",
            description = "An option of the implementation, such as python=3.12 or sabotage=NAME.")
    Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            defaultValue = "",
            description = "Folders and jars that hold an implementation of your own.")
    String classPath = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Chooses among schedules where the runtime can. Default: ${DEFAULT-VALUE}.")
    long seed = 42;

    @Option(
            names = "--time-factor",
            paramLabel = "X",
            defaultValue = "1",
            description = "Widens every time limit on a slow machine. Default: ${DEFAULT-VALUE}.")
    double timeFactor = 1;

    @Option(
            names = "--hang-budget",
            paramLabel = "S",
            defaultValue = "30",
            description = "Seconds after which a runtime that does not come to rest counts as hung. Default:"
                    + " ${DEFAULT-VALUE}.")
    double hangSeconds = 30;

    @Option(names = "--fresh", description = "Gives every scenario a process of its own, never a forked one.")
    boolean fresh;

    Settings settings(int parallelism) {
        return new Settings(
                seed,
                timeFactor,
                Duration.ofNanos((long) (hangSeconds * 1e9)),
                Settings.DEFAULTS.quietWindow(),
                parallelism,
                fresh,
                options);
    }
}
