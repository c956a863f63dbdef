package dev.threadstone.reference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about an interpreter before it starts.
 *
 * @param python the version whose behaviour it shows
 * @param build with or without the global interpreter lock
 * @param allowThreads whether threads can be started; subinterpreters can be made without
 * @param allowDaemonThreads whether daemon threads can be made
 * @param switchInterval how long a thread waits for the GIL before it asks for it; zero: it asks at once, so that every
 *     checkpoint at which somebody waits switches
 * @param eagerSwitching whether who waits for the GIL asks for it at once while its holder runs instructions that take
 *     no time, and only then waits for the interval if the holder computes; for clocks that stand still meanwhile
 * @param threadInheritContext whether a thread starts with a copy of the context of whoever starts it; null: as the build
 *     has it
 */
public record InterpreterOptions(
        PythonLevel python,
        Build build,
        boolean allowThreads,
        boolean allowDaemonThreads,
        Duration switchInterval,
        boolean eagerSwitching,
        @Nullable Boolean threadInheritContext) {

    private static final int INHERITED_CONTEXTS_SINCE = 14;

    /** An ordinary build of the default level in which everything is allowed; switch interval 5 ms. */
    public static final InterpreterOptions DEFAULTS =
            new InterpreterOptions(PythonLevel.DEFAULT, Build.GIL, true, true, Duration.ofMillis(5), false, null);

    /** Refuses negative intervals. */
    public InterpreterOptions {
        if (switchInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "The switch interval must not be negative: it is " + switchInterval + ".");
        }
    }

    /** These options with another level. */
    public InterpreterOptions withPython(PythonLevel level) {
        return new InterpreterOptions(
                level, build, allowThreads, allowDaemonThreads, switchInterval, eagerSwitching, threadInheritContext);
    }

    /** These options with another build. */
    public InterpreterOptions withBuild(Build other) {
        return new InterpreterOptions(
                python, other, allowThreads, allowDaemonThreads, switchInterval, eagerSwitching, threadInheritContext);
    }

    /** These options, with threads or without. */
    public InterpreterOptions withThreads(boolean allowed) {
        return new InterpreterOptions(
                python, build, allowed, allowDaemonThreads, switchInterval, eagerSwitching, threadInheritContext);
    }

    /** These options, with daemon threads or without. */
    public InterpreterOptions withDaemonThreads(boolean allowed) {
        return new InterpreterOptions(
                python, build, allowThreads, allowed, switchInterval, eagerSwitching, threadInheritContext);
    }

    /** These options with another switch interval. */
    public InterpreterOptions withSwitchInterval(Duration interval) {
        return new InterpreterOptions(
                python, build, allowThreads, allowDaemonThreads, interval, eagerSwitching, threadInheritContext);
    }

    /** These options, with the flag {@code thread_inherit_context} on or off. */
    public InterpreterOptions withThreadInheritContext(boolean inherit) {
        return new InterpreterOptions(
                python, build, allowThreads, allowDaemonThreads, switchInterval, eagerSwitching, inherit);
    }

    /** These options, with eager switching or without. */
    public InterpreterOptions withEagerSwitching(boolean eager) {
        return new InterpreterOptions(
                python, build, allowThreads, allowDaemonThreads, switchInterval, eager, threadInheritContext);
    }

    /** {@code sys.flags.thread_inherit_context}: by default on in free-threaded builds of 3.14 and later only. */
    public boolean inheritsContext() {
        boolean byDefault = build == Build.FREE_THREADED && python.atLeast(INHERITED_CONTEXTS_SINCE);
        return threadInheritContext == null ? byDefault : threadInheritContext;
    }
}
