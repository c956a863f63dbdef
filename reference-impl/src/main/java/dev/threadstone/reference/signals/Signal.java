package dev.threadstone.reference.signals;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signals of the operating system, with the numbers that they have on Linux. */
public enum Signal {
    SIGHUP(1, true),
    SIGINT(2, true),
    SIGQUIT(3, true),
    SIGABRT(6, true),
    SIGUSR1(10, true),
    SIGUSR2(12, true),
    SIGPIPE(13, false),
    SIGALRM(14, true),
    SIGTERM(15, true),
    SIGCHLD(17, false);

    private final int number;
    private final boolean fatal;

    Signal(int number, boolean fatal) {
        this.number = number;
        this.fatal = fatal;
    }

    /** Its number. */
    public int number() {
        return number;
    }

    /** Whether it ends a process that does nothing about it. Python ignores SIGPIPE. */
    boolean isFatal() {
        return fatal;
    }

    /** Whether it says that the program has gone wrong. */
    boolean isFault() {
        return this == SIGABRT;
    }

    /** The signal of this name: {@code SIGINT}. */
    public static Signal of(String name) {
        return Arrays.stream(values())
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no signal " + name + ": expected one of "
                        + Arrays.stream(values()).map(Signal::name).collect(Collectors.joining(", ")) + "."));
    }

    /** The signal of this number, if there is one. */
    public static Optional<Signal> of(int number) {
        return Arrays.stream(values()).filter(signal -> signal.number == number).findFirst();
    }
}
