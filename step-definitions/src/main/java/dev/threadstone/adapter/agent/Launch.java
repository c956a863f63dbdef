package dev.threadstone.adapter.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How an implementation starts its agents.
 *
 * @param command the executable and its first arguments
 * @param scale how long a scenario second is
 * @param hangBudget how long anything may take
 * @param quietWindow how long nothing must come where threads cannot be looked at
 * @param freshProcesses whether sessions must not be forked
 * @param traffic who listens to the protocol
 */
record Launch(
        List<String> command,
        TimeScale scale,
        Duration hangBudget,
        Duration quietWindow,
        boolean freshProcesses,
        Traffic traffic) {

    Launch {
        command = List.copyOf(command);
    }

    /**
     * The same with the executable itself in place of a name that may stand for a slow script, as pyenv's do.
     *
     * @param executable a path as the runtime gave it, or anything else, which changes nothing
     */
    Launch throughExecutable(String executable) {
        if (command.size() != 1 || executable.isEmpty() || !Files.isExecutable(Path.of(executable))) {
            return this;
        }
        return new Launch(List.of(executable), scale, hangBudget, quietWindow, freshProcesses, traffic);
    }

    /** The same with seconds so many times as long. */
    Launch stretched(int times) {
        return times == 1
                ? this
                : new Launch(command, scale.stretched(times), hangBudget, quietWindow, freshProcesses, traffic);
    }

    String commandLine() {
        return String.join(" ", command);
    }
}
