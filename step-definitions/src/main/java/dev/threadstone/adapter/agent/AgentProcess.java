package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.RuntimeCrashedException;
import dev.threadstone.spi.RuntimeHungException;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process of the runtime with the agent in it. It either forks its sessions, one at a time, or is itself the one
 * session.
 *
 * <p>Thread-safety: used by one thread at a time; {@link #close()} may be called by any.
 */
final class AgentProcess implements AutoCloseable {

    private static final String ZYGOTE = "zygote";
    private static final String SESSION = "session";
    private static final List<String> OF_A_SESSION = List.of("stdout", "stderr", SESSION);
    private static final long POLL_MILLIS = 50;
    private static final int KILLED = -9;
    /** How long an interpreter may take to notice that its session has been closed. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Launch launch;
    private final Switchboard switchboard;
    private final Process process;
    private final ProcessOutput output;
    private @Nullable Description description;
    private long sessions;
    private boolean forking;
    private volatile boolean closed;
    /** The interpreter of the last session, 0 once it has ended. */
    private long child;

    private OptionalInt childStatus = OptionalInt.empty();

    private AgentProcess(Launch launch, Switchboard switchboard, Process process) {
        this.launch = launch;
        this.switchboard = switchboard;
        this.process = process;
        this.output = ProcessOutput.of(process);
    }

    /**
     * Starts a process. Returns before it has said anything.
     *
     * @param socket where it is to connect
     * @throws InvalidSettingsException if there is no such executable
     * @throws IOException if there can be no socket
     */
    static AgentProcess start(Launch launch, Path script, Path socket) throws IOException {
        var switchboard = Switchboard.open(socket, launch.traffic());
        var command = new ArrayList<>(launch.command());
        command.add(script.toString());
        var builder = new ProcessBuilder(command);
        builder.environment()
                .remove("PYTHONUNBUFFERED"); // what is not flushed is to be lost or kept as it would be elsewhere
        builder.environment().put("THREADSTONE_CHANNEL", switchboard.address());
        builder.environment().put("THREADSTONE_TOKEN", switchboard.token());
        builder.environment().put("THREADSTONE_FRESH", launch.freshProcesses() ? "yes" : "no");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return new AgentProcess(launch, switchboard, process);
        } catch (IOException noSuchExecutable) {
            switchboard.close();
            throw new InvalidSettingsException("'" + launch.commandLine()
                    + "' cannot be run; give the name or the path of a Python executable ("
                    + noSuchExecutable.getMessage() + ").");
        }
    }

    /** Waits for the first greeting, if need be, and says what the runtime is. */
    Description describe() {
        if (description == null) {
            var patience = new Patience(launch.hangBudget());
            while (!forks() && !sessionIsThere()) {
                await(patience, "did not say hello");
            }
            description = firstGreeting().description();
        }
        return description;
    }

    /** The first greeting of a process that has been {@linkplain #describe() described}. */
    Greeting firstGreeting() {
        return switchboard.greeting(forks() ? ZYGOTE : SESSION);
    }

    /** Whether this process can be used for another session. */
    boolean isUsable() {
        return forks() && process.isAlive() && !isOrphaned();
    }

    /** Whether the process that forks has died, so that nobody waits for the interpreter any more. */
    boolean isOrphaned() {
        return forks() && switchboard.connection(ZYGOTE).ended();
    }

    /** Asks for the next session already; it comes up while the suite does something else. */
    void prepareSession() {
        if (forks() && !forking) {
            forking = true;
            switchboard
                    .connection(ZYGOTE)
                    .send(JsonNodeFactory.instance.objectNode().put("fork", ++sessions));
        }
    }

    /**
     * Waits until the interpreter of the next session is ready.
     *
     * @return its greeting
     */
    Greeting awaitSession() {
        describe();
        prepareSession();
        var patience = new Patience(launch.hangBudget());
        var farewell = new Patience(FAREWELL);
        while (!sessionIsThere() || child != 0) {
            await(patience, "did not bring up an interpreter");
            if (farewell.isOver()) {
                kill();
            }
        }
        forking = false;
        childStatus = OptionalInt.empty();
        var greeting = switchboard.greeting(SESSION);
        child = greeting.pid();
        return greeting;
    }

    Connection connection(String role) {
        return switchboard.connection(role);
    }

    Selector selector() {
        return switchboard.selector();
    }

    /** Takes in whatever has arrived; whether there was anything within so many milliseconds. */
    boolean poll(long millis) {
        boolean any = switchboard.poll(millis);
        if (any && forks()) {
            switchboard.connection(ZYGOTE).messages().forEach(this::hear);
        }
        return any;
    }

    /**
     * How the interpreter of the session ended, as {@code subprocess} gives it.
     *
     * @return empty while it lives
     */
    OptionalInt status() {
        if (!forks()) {
            return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(asSubprocess(process.exitValue()));
        }
        return isOrphaned() ? OptionalInt.of(KILLED) : childStatus;
    }

    /** Lets go of the session's connections; its interpreter ends when it notices. */
    void endSession() {
        OF_A_SESSION.forEach(switchboard::hangUp);
    }

    /**
     * Waits until the interpreter of the session has ended, and ends what it has started in the operating system's session.
     *
     * @return what cannot be ended, a sentence for each process
     */
    List<String> endLeftovers() {
        var patience = new Patience(FAREWELL);
        while (!closed && status().isEmpty() && !patience.isOver()) {
            poll(patience.millis(POLL_MILLIS));
        }
        return closed ? List.of() : new LeftProcesses(process.pid(), ProcessHandle::destroyForcibly).ended();
    }

    /** Ends the interpreter of the session, whatever it is doing. */
    void kill() {
        if (!forks()) {
            process.destroyForcibly();
        } else if (child != 0) {
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public void close() {
        closed = true;
        var descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        try {
            switchboard.close();
            process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException ignored) {
            output.append("The agent's socket could not be closed: " + ignored.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean forks() {
        return switchboard.has(ZYGOTE);
    }

    private boolean sessionIsThere() {
        return OF_A_SESSION.stream().allMatch(switchboard::has);
    }

    private void await(Patience patience, String failure) {
        poll(patience.millis(POLL_MILLIS));
        if (!process.isAlive()) {
            throw crash(failure, asSubprocess(process.exitValue()));
        }
        if (patience.isOver()) {
            throw new RuntimeHungException("'" + launch.commandLine() + "' " + failure + " within "
                    + launch.hangBudget().toMillis() + " ms." + output.quoted());
        }
    }

    private void hear(JsonNode message) {
        int status = message.path("exit").asInt();
        if (message.path("pid").asLong() != child) {
            throw crash("did not bring up an interpreter", status);
        }
        child = 0;
        childStatus = OptionalInt.of(status);
    }

    private RuntimeCrashedException crash(String failure, int status) {
        return new RuntimeCrashedException("'" + launch.commandLine() + "' " + failure + " but ended with status "
                + status + "." + output.quoted());
    }

    /** Java reports death by signal n as 128 + n, which a program may also have chosen itself. */
    private static int asSubprocess(int status) {
        return status > 128 && status < 128 + 32 ? 128 - status : status;
    }
}
