package dev.threadstone.adapter.agent;

import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.RuntimeCrashedException;
import dev.threadstone.spi.RuntimeHungException;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.SessionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A runtime that is an executable. Keeps the processes that can fork, so that a session costs a fork and not a start.
 */
final class AgentImplementation implements Implementation {

    private final Launch launch;
    private final Path folder;
    private final Path script;
    private final Deque<AgentProcess> idle = new ArrayDeque<>();
    private final Set<AgentProcess> all = new HashSet<>();
    private final Description description;
    private int started;
    private boolean closed;

    private AgentImplementation(Launch launch, Path folder) throws IOException {
        this.launch = launch;
        this.folder = folder;
        this.script = Files.write(folder.resolve(AgentScript.NAME), AgentScript.source());
        try {
            var first = start(launch);
            idle.add(first);
            description = first.describe();
        } catch (SessionException | InvalidSettingsException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts the first process.
     *
     * @throws InvalidSettingsException if there is no such executable
     * @throws AdapterException if it does not bring up the agent
     */
    static AgentImplementation open(Launch launch) {
        try {
            return new AgentImplementation(launch, Files.createTempDirectory("threadstone"));
        } catch (RuntimeCrashedException | RuntimeHungException noAgent) {
            throw new AdapterException(String.valueOf(noAgent.getMessage()), noAgent);
        } catch (IOException broken) {
            throw new AdapterException("No temporary folder for the agent: " + broken.getMessage(), broken);
        }
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public Session open(Opening opening) {
        var process = take();
        try {
            return new AgentSession(
                    launch.stretched(opening.stretch()), process, process.awaitSession(), this::giveBack);
        } catch (RuntimeException failure) {
            discard(process);
            throw failure;
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            all.forEach(AgentProcess::close);
            all.clear();
            idle.clear();
            script.toFile().delete();
            folder.toFile().delete();
        }
    }

    private synchronized AgentProcess take() {
        if (closed) {
            throw new IllegalStateException("The implementation has been closed.");
        }
        return idle.isEmpty() ? start(launch) : idle.removeLast();
    }

    private synchronized void giveBack(AgentSession session) {
        var process = session.process();
        if (process.isUsable() && !closed) {
            process.prepareSession();
            idle.addLast(process);
        } else {
            discard(process);
        }
    }

    private synchronized void discard(AgentProcess process) {
        if (all.remove(process)) {
            process.close();
        }
    }

    private synchronized AgentProcess start(Launch launch) {
        try {
            var process = AgentProcess.start(launch, script, folder.resolve("socket" + ++started));
            all.add(process);
            return process;
        } catch (IOException noSocket) {
            throw new AdapterException("There can be no socket for the agent: " + noSocket.getMessage(), noSocket);
        }
    }
}
