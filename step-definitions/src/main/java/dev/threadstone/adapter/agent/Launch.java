package dev.threadstone.adapter.agent;

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
