package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Exit;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.RuntimeCrashedException;
import dev.threadstone.spi.RuntimeHungException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how an interpreter ended, and whether it may end so. */
final class Death {

    private static final long POLL_MILLIS = 10;
    /** Death by these is a crash unless the scenario itself sent them. The numbers are those of Linux. */
    private static final Map<Integer, String> SIGNALS = Map.of(
            2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15,
            "SIGTERM");

    /** Who calls these expects the end of the process. */
    private static final Set<String> EXITS = Set.of("os._exit", "threadstone.wait_for_the_end");

    private final Launch launch;
    private final AgentProcess process;
    private final SessionOutput output;
    private final Set<String> sent = new HashSet<>();
    private boolean announced;

    Death(Launch launch, AgentProcess process, SessionOutput output) {
        this.launch = launch;
        this.process = process;
        this.output = output;
    }

    /** The scenario sends a signal. */
    void expect(String signal) {
        sent.add(signal);
    }

    /** The main module has ended. */
    void announce() {
        announced = true;
    }

    /**
     * Waits for the status and the last output of an interpreter that has gone.
     *
     * @throws RuntimeCrashedException if it went without having been told to
     */
    Exit exit(Collection<AgentPending> unanswered) {
        if (process.isOrphaned()) {
            process.kill();
        }
        var patience = new Patience(launch.hangBudget());
        while (process.status().isEmpty() || !output.ended()) {
            process.poll(POLL_MILLIS);
            output.collect();
            if (patience.isOver()) {
                throw new RuntimeHungException(
                        "The interpreter has closed its connection but does not end." + output.quoted());
            }
        }
        output.collect();
        var status = process.status().getAsInt();
        var crash = crash(status, unanswered);
        if (crash != null) {
            throw new RuntimeCrashedException(crash);
        }
        return new Exit(status, output.stdout(), output.stderr());
    }

    private @Nullable String crash(int status, Collection<AgentPending> unanswered) {
        var signal = status < 0 ? SIGNALS.getOrDefault(-status, "signal " + -status) : null;
        boolean told = announced
                ? signal == null || signal.equals("SIGINT")
                : unanswered.stream().anyMatch(Death::exits);
        if (told || sent.contains(signal)) {
            return null;
        }
        var text = new StringBuilder("The runtime died ")
                .append(signal == null ? "with status " + status : "of " + signal);
        unanswered.forEach(
                pending -> text.append(", %s in %s".formatted(pending.actor().name(), pending.request())));
        return text.append('.').append(output.quoted()).toString();
    }

    private static boolean exits(AgentPending pending) {
        return pending.request() instanceof Request.Function function && EXITS.contains(function.name());
    }
}
