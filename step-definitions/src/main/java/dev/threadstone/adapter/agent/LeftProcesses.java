package dev.threadstone.adapter.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What an interpreter has left running in the operating system's session of its agent. Linux tells it in {@code /proc}; on
 * other systems nothing is found.
 */
final class LeftProcesses {

    private static final Path PROC = Path.of("/proc");
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = 1_000_000;
    /** Places in {@code /proc/<pid>/stat}, counted from the state, which comes after the name in parentheses. */
    private static final int STATE = 0;

    private static final int SESSION = 3;

    private final long agent;
    private final Consumer<ProcessHandle> end;

    /**
     * @param agent the process that leads the session; it is not left behind
     * @param end how a process is ended
     */
    LeftProcesses(long agent, Consumer<ProcessHandle> end) {
        this.agent = agent;
        this.end = end;
    }

    /** Ends what is there. Blocks until it has ended, or has proved that it does not. */
    List<String> ended() {
        var patience = new Patience(GRACE);
        var left = living();
        while (!left.isEmpty() && !patience.isOver()) {
            left.forEach(end);
            LockSupport.parkNanos(PAUSE_NANOS);
            left = living();
        }
        return left.stream().map(LeftProcesses::sentence).toList();
    }

    private List<ProcessHandle> living() {
        var names = PROC.toFile().list();
        return names == null
                ? List.of()
                : Arrays.stream(names)
                        .filter(name -> Character.isDigit(name.charAt(0)))
                        .flatMap(this::ofTheSession)
                        .toList();
    }

    private Stream<ProcessHandle> ofTheSession(String name) {
        var facts = facts(name);
        var zombie = facts.length > STATE && (facts[STATE].equals("Z") || facts[STATE].equals("X"));
        var pid = Long.parseLong(name);
        return facts.length > SESSION && !zombie && pid != agent && facts[SESSION].equals(String.valueOf(agent))
                ? ProcessHandle.of(pid).stream()
                : Stream.empty();
    }

    private static String[] facts(String name) {
        try {
            var stat = Files.readString(PROC.resolve(name).resolve("stat"), StandardCharsets.ISO_8859_1);
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    private static String sentence(ProcessHandle process) {
        var command = Optional.of(process).flatMap(handle -> handle.info().command());
        return "Process " + process.pid()
                + command.map(name -> " (" + name + ")").orElse("")
                + " was started by the scenario, lives on after its end, and cannot be ended.";
    }
}
