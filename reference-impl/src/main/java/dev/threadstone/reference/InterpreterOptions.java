package dev.threadstone.reference;

import java.time.Duration;

/**
 * What can be chosen about an interpreter before it starts.
 *
 * @param python the version whose behaviour it shows
 * @param build with or without the global interpreter lock
 * @param allowThreads whether threads can be started; subinterpreters can be made without
 * @param allowDaemonThreads whether daemon threads can be made
 * @param switchInterval how long a thread waits for the GIL before it asks for it; zero: it asks at once, so that every
 *     checkpoint at which somebody waits switches
 */
public record InterpreterOptions(
        PythonLevel python, Build build, boolean allowThreads, boolean allowDaemonThreads, Duration switchInterval) {

    /** An ordinary build of the default level in which everything is allowed; switch interval 5 ms. */
    public static final InterpreterOptions DEFAULTS =
            new InterpreterOptions(PythonLevel.DEFAULT, Build.GIL, true, true, Duration.ofMillis(5));

    /** Refuses negative intervals. */
    public InterpreterOptions {
        if (switchInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "The switch interval must not be negative: it is " + switchInterval + ".");
        }
    }

    /** These options with another level. */
    public InterpreterOptions withPython(PythonLevel level) {
        return new InterpreterOptions(level, build, allowThreads, allowDaemonThreads, switchInterval);
    }

    /** These options with another build. */
    public InterpreterOptions withBuild(Build other) {
        return new InterpreterOptions(python, other, allowThreads, allowDaemonThreads, switchInterval);
    }

    /** These options, with threads or without. */
    public InterpreterOptions withThreads(boolean allowed) {
        return new InterpreterOptions(python, build, allowed, allowDaemonThreads, switchInterval);
    }

    /** These options, with daemon threads or without. */
    public InterpreterOptions withDaemonThreads(boolean allowed) {
        return new InterpreterOptions(python, build, allowThreads, allowed, switchInterval);
    }

    /** These options with another switch interval. */
    public InterpreterOptions withSwitchInterval(Duration interval) {
        return new InterpreterOptions(python, build, allowThreads, allowDaemonThreads, interval);
    }
}
