package dev.threadstone.reference;

import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.DirectedPlatform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.RealPlatform;
import dev.threadstone.reference.platform.SimulatedPlatform;
import dev.threadstone.reference.platform.Waiting;
import dev.threadstone.reference.threading.Thread;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program in an interpreter, for tests. Its threads can wait until everybody else is blocked or has ended, so no test
 * needs to wait for luck.
 */
public final class Program {

    private static final Duration BUDGET = Duration.ofSeconds(30);
    private static final int SEEDS = 40;

    private final DirectedPlatform platform;
    private final Interpreter interpreter;
    private final Duration patience;
    private final ConcurrentLinkedQueue<Runnable> whenAtRest = new ConcurrentLinkedQueue<>();

    private Program(DirectedPlatform platform, InterpreterOptions options, Duration patience) {
        this.platform = platform;
        this.interpreter = new Interpreter(platform, options);
        this.patience = patience;
    }

    /** Runs the main body under many schedules, with and without the GIL, and on real threads; all must end with 0. */
    public static void everywhere(Consumer<Program> main) {
        everywhere(InterpreterOptions.DEFAULTS, main);
    }

    /** The same with other options. */
    public static void everywhere(InterpreterOptions options, Consumer<Program> main) {
        for (int seed = 0; seed < SEEDS; seed++) {
            expectSuccess(simulated(seed, options, main), "seed " + seed);
            InterpreterOptions eager = options.withSwitchInterval(Duration.ZERO);
            expectSuccess(simulated(seed, eager, main), "eager switching, seed " + seed);
            InterpreterOptions free = options.withBuild(Build.FREE_THREADED);
            expectSuccess(simulated(seed, free, main), "free-threaded, seed " + seed);
        }
        expectSuccess(real(options, main), "real threads");
        expectSuccess(real(options.withBuild(Build.FREE_THREADED), main), "real threads, free-threaded");
    }

    private static void expectSuccess(Exit exit, String where) {
        if (exit.status() != 0 || !exit.stderr().isEmpty()) {
            throw new AssertionError("The program failed with " + where + ": " + exit);
        }
    }

    /** Runs the main body once in virtual time; it must end with 0. */
    public static void simulated(Consumer<Program> main) {
        expectSuccess(exitOf(main), "seed 1");
    }

    /** Runs the main body once in virtual time. */
    public static Exit exitOf(Consumer<Program> main) {
        return simulated(1, InterpreterOptions.DEFAULTS, main);
    }

    /** Runs the main body under one schedule. */
    public static Exit simulated(long seed, InterpreterOptions options, Consumer<Program> main) {
        return new Program(SimulatedPlatform.create(seed), options, Duration.ofHours(1)).run(main);
    }

    /** Runs the main body on real threads. */
    public static Exit real(InterpreterOptions options, Consumer<Program> main) {
        return new Program(RealPlatform.create(1), options, Duration.ofMillis(1)).run(main);
    }

    private Exit run(Consumer<Program> main) {
        try (platform) {
            interpreter.start(PyCallable.of(() -> main.accept(this)));
            for (long turns = BUDGET.toMillis(); turns > 0; turns--) {
                requireRest(platform.settle(BUDGET));
                Exit exit = interpreter.exit().orElse(null);
                if (exit != null) {
                    return exit;
                }
                Runnable action = whenAtRest.poll();
                if (action != null) {
                    action.run();
                } else {
                    requireRest(platform.elapse(patience, BUDGET));
                }
            }
            throw new AssertionError("The program does not end:\n" + platform.report());
        }
    }

    private void requireRest(boolean rests) {
        if (!rests) {
            throw new AssertionError("The program does not come to rest:\n" + platform.report());
        }
    }

    public Interpreter interpreter() {
        return interpreter;
    }

    public DirectedPlatform platform() {
        return platform;
    }

    /** Starts a thread. */
    public Thread started(Runnable body) {
        Thread thread = new Thread(interpreter, PyCallable.of(body));
        thread.start();
        return thread;
    }

    /** Does something from outside of the interpreter as soon as everybody is blocked. */
    public void whenAtRest(Runnable action) {
        whenAtRest.add(action);
    }

    /** Blocks the calling thread until everybody else is blocked or has ended. */
    public void rest() {
        rest(() -> {});
    }

    /** The same, and lets time pass then. */
    public void elapse(Duration duration) {
        rest(() -> requireRest(platform.elapse(duration, BUDGET)));
    }

    /** What the platform reports when everybody else is blocked. */
    public String reportAtRest() {
        StringBuilder report = new StringBuilder();
        rest(() -> report.append(platform.report()));
        return report.toString();
    }

    private void rest(Runnable action) {
        PlatformThread self = platform.current();
        AtomicBoolean over = new AtomicBoolean();
        whenAtRest.add(() -> {
            action.run();
            over.set(true);
            platform.unpark(self);
        });
        interpreter.current().waitUntil(over::get, Resting.WAITING, Deadline.NEVER);
    }

    /** The exception that the code raises. */
    public static <T> RuntimeException raisedBy(Supplier<T> code) {
        try {
            T result = code.get();
            throw new AssertionError("expected an exception, but it returned " + result);
        } catch (RuntimeException raised) {
            return raised;
        }
    }

    private enum Resting implements Waiting {
        WAITING;

        @Override
        public String what() {
            return "the others to come to rest";
        }

        @Override
        public @Nullable PlatformThread heldBy() {
            return null;
        }

        @Override
        public boolean idle() {
            return true;
        }
    }
}
