package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.RuntimeCrashedException;
import dev.threadstone.spi.RuntimeHungException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
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
    private static final List<String> OF_A_SESSION = List.of("stdout", "stderr", "session");
    private static final long POLL_MILLIS = 50;
    private static final int KILLED = -9;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Launch launch;
    private final Selector selector;
    private final Doorway doorway;
    private final Process process;
    private final ProcessOutput output;
    private final String token;
    private final List<Connection> strangers = new ArrayList<>();
    private final Map<String, Connection> connections = new HashMap<>();
    private final Map<String, Greeting> greetings = new HashMap<>();
    private @Nullable Description description;
    private long sessions;
    private long child;
    private boolean forking;
    private OptionalInt childStatus = OptionalInt.empty();

    private AgentProcess(
            Launch launch, Selector selector, Doorway doorway, Process process, ProcessOutput output, String token) {
        this.launch = launch;
        this.selector = selector;
        this.doorway = doorway;
        this.process = process;
        this.output = output;
        this.token = token;
    }

    /**
     * Starts a process. Returns before it has said anything.
     *
     * @param socket where it is to connect
     * @throws InvalidSettingsException if there is no such executable
     * @throws IOException if there can be no socket
     */
    static AgentProcess start(Launch launch, Path script, Path socket) throws IOException {
        var selector = Selector.open();
        var doorway = Doorway.open(socket, selector);
        var token = UUID.randomUUID().toString();
        var command = new ArrayList<>(launch.command());
        command.add(script.toString());
        var builder = new ProcessBuilder(command);
        builder.environment().put("THREADSTONE_CHANNEL", doorway.address());
        builder.environment().put("THREADSTONE_TOKEN", token);
        builder.environment().put("THREADSTONE_FRESH", launch.freshProcesses() ? "yes" : "no");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return new AgentProcess(launch, selector, doorway, process, ProcessOutput.of(process), token);
        } catch (IOException noSuchExecutable) {
            doorway.close();
            selector.close();
            throw new InvalidSettingsException("'" + launch.commandLine()
                    + "' cannot be run; give the name or the path of a Python executable ("
                    + noSuchExecutable.getMessage() + ").");
        }
    }

    /** Waits for the first greeting, if need be, and says what the runtime is. */
    Description describe() {
        if (description == null) {
            var patience = new Patience(launch.hangBudget());
            while (!connections.containsKey(ZYGOTE) && !sessionIsThere()) {
                await(patience, "did not say hello");
            }
            description = greeting(forks() ? ZYGOTE : "session").description();
        }
        return description;
    }

    /** Whether this process can be used for another session. */
    boolean forks() {
        return connections.containsKey(ZYGOTE);
    }

    /** Asks for the next session already; it comes up while the suite does something else. */
    void prepareSession() {
        if (forks() && !forking) {
            forking = true;
            connection(ZYGOTE).send(JsonNodeFactory.instance.objectNode().put("fork", ++sessions));
        }
    }

    /**
     * Waits until the interpreter of the next session is ready.
     *
     * @return its greeting; its connections are then found by their roles
     */
    Greeting awaitSession() {
        describe();
        prepareSession();
        var patience = new Patience(launch.hangBudget());
        var farewell = new Patience(FAREWELL);
        while (!sessionIsThere() || child != 0) {
            await(patience, "did not bring up an interpreter");
            if (child != 0 && farewell.isOver()) {
                kill();
            }
        }
        forking = false;
        childStatus = OptionalInt.empty();
        var greeting = greeting("session");
        child = greeting.pid();
        return greeting;
    }

    Connection connection(String role) {
        var connection = connections.get(role);
        if (connection == null) {
            throw new IllegalStateException("There is no connection '" + role + "'.");
        }
        return connection;
    }

    Selector selector() {
        return selector;
    }

    /** What the process wrote outside of any session. */
    String output() {
        return output.text();
    }

    /**
     * Takes in whatever has arrived on any connection, waiting for it if there is nothing.
     *
     * @return whether there was anything
     */
    boolean poll(long millis) {
        try {
            boolean any = false;
            if (millis == 0) {
                selector.selectNow();
            } else {
                selector.select(millis);
            }
            for (var key : selector.selectedKeys()) {
                if (key.attachment() instanceof Connection connection) {
                    any |= connection.drain();
                } else {
                    any |= accept();
                }
            }
            selector.selectedKeys().clear();
            hearZygote();
            return any;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ClosedSelectorException closed) {
            throw new AdapterException("The run was ended while a session was open.", closed);
        }
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

    /** Whether the process that forks has died, so that nobody waits for the interpreter any more. */
    boolean isOrphaned() {
        return forks() && connection(ZYGOTE).ended();
    }

    /** Whether the process that forks is still there. */
    boolean isUsable() {
        return forks() && process.isAlive() && !isOrphaned();
    }

    /** Lets go of the session's connections; its interpreter ends when it notices. */
    void endSession() {
        for (var role : OF_A_SESSION) {
            var connection = connections.remove(role);
            greetings.remove(role);
            if (connection != null) {
                connection.close();
            }
        }
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
        var descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        try {
            selector.close();
            doorway.close();
            process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException ignored) {
            output.append("The agent's socket could not be closed: " + ignored.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Greeting greeting(String role) {
        var greeting = greetings.get(role);
        if (greeting == null) {
            throw new IllegalStateException("Nobody has said hello as '" + role + "'.");
        }
        return greeting;
    }

    private boolean sessionIsThere() {
        return connections.keySet().containsAll(OF_A_SESSION);
    }

    private void await(Patience patience, String failure) {
        poll(patience.millis(POLL_MILLIS));
        if (!process.isAlive()) {
            throw new RuntimeCrashedException("'" + launch.commandLine() + "' " + failure + " but ended with status "
                    + asSubprocess(process.exitValue()) + "." + output.quoted());
        }
        if (patience.isOver()) {
            throw new RuntimeHungException("'" + launch.commandLine() + "' " + failure + " within "
                    + launch.hangBudget().toMillis() + " ms." + output.quoted());
        }
    }

    private boolean accept() throws IOException {
        boolean any = false;
        for (var channel = doorway.accept(); channel != null; channel = doorway.accept()) {
            var stranger = new Connection(channel, selector, launch.traffic());
            stranger.drain();
            strangers.add(stranger);
            any = true;
        }
        return any;
    }

    private void hearZygote() {
        for (var stranger : List.copyOf(strangers)) {
            greeting(stranger).ifPresent(greeting -> {
                strangers.remove(stranger);
                greetings.put(greeting.role(), greeting);
                connections.put(greeting.role(), stranger);
            });
        }
        var zygote = connections.get(ZYGOTE);
        if (zygote != null) {
            zygote.messages().forEach(this::hear);
        }
    }

    private Optional<Greeting> greeting(Connection stranger) {
        return stranger.firstMessage().stream()
                .map(message -> Greeting.of(message, token))
                .findFirst();
    }

    private void hear(JsonNode message) {
        int status = message.path("exit").asInt();
        if (message.path("pid").asLong() != child) {
            forking = false;
            throw new RuntimeCrashedException("'" + launch.commandLine() + "' ended with status " + status
                    + " before its interpreter was ready." + output.quoted());
        }
        child = 0;
        childStatus = OptionalInt.of(status);
    }

    /** Java reports death by signal n as 128 + n, which a program may also have chosen itself. */
    private static int asSubprocess(int status) {
        return status > 128 && status < 128 + 32 ? 128 - status : status;
    }
}
