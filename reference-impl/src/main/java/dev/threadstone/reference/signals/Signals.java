package dev.threadstone.reference.signals;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.gil.PendingCalls;
import dev.threadstone.reference.gil.ThreadStates;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Python's {@code signal} module. A delivered signal becomes a pending call of the main thread, which makes it at its next
 * checkpoint; blocked in an interruptible wait it wakes, runs the handler and waits for what is left of its timeout.
 * Several occurrences of one signal before the handler runs are one.
 *
 * <p>Thread-safety: {@link #deliver} may be called from any thread, also from outside; the rest by attached threads.
 *
 * <p>Source: Python library reference, {@code signal}, "Signals and threads".
 */
public final class Signals {

    /** {@code signal.default_int_handler}: raises {@link KeyboardInterrupt}. */
    public static final PyCallable DEFAULT_INT_HANDLER = PyCallable.named("default_int_handler", () -> {
        throw new KeyboardInterrupt();
    });

    private final ThreadStates threadStates;
    private final PendingCalls pendingCalls;
    private final boolean mainInterpreter;
    private final Consumer<Signal> killer;
    private final Map<Signal, PyCallable> handlers = new ConcurrentHashMap<>();
    private final Set<Signal> tripped = ConcurrentHashMap.newKeySet();

    /**
     * The signals of one interpreter.
     *
     * @param mainInterpreter whether handlers may be installed here at all
     * @param killer ends the interpreter when a signal comes that nobody handles and that is fatal
     */
    public Signals(
            ThreadStates threadStates, PendingCalls pendingCalls, boolean mainInterpreter, Consumer<Signal> killer) {
        this.threadStates = threadStates;
        this.pendingCalls = pendingCalls;
        this.mainInterpreter = mainInterpreter;
        this.killer = killer;
        handlers.put(Signal.SIGINT, DEFAULT_INT_HANDLER);
        handlers.put(Signal.SIGPIPE, Disposition.SIG_IGN);
    }

    /**
     * Installs a handler, which will be called with the signal number, an {@code Integer}, and null for the frame.
     *
     * @return the handler until now, or a {@link Disposition}
     * @throws ValueError from any thread but the main thread of the main interpreter, and for an unknown number
     */
    public PyCallable signal(int number, PyCallable handler) {
        requireMainThread();
        Signal signal = known(number);
        PyCallable previous = handlers.put(signal, handler);
        return previous == null ? Disposition.SIG_DFL : previous;
    }

    /**
     * The handler in force, a {@link Disposition}: {@code getsignal(number)}.
     *
     * @throws ValueError for an unknown number
     */
    public PyCallable handlerOf(int number) {
        return handlers.getOrDefault(known(number), Disposition.SIG_DFL);
    }

    /** Delivers a signal to the interpreter, as the operating system does. Returns at once. */
    public void deliver(String name) {
        Signal signal = Signal.of(name);
        PyCallable handler = handlers.getOrDefault(signal, Disposition.SIG_DFL);
        if (!(handler instanceof Disposition)) {
            trip(signal);
        } else if (handler.equals(Disposition.SIG_DFL) && signal.isFatal()) {
            killer.accept(signal);
        }
    }

    private void trip(Signal signal) {
        if (tripped.add(signal)) {
            pendingCalls.add(() -> runHandler(signal));
        }
    }

    private void runHandler(Signal signal) {
        tripped.remove(signal);
        PyCallable handler = handlers.getOrDefault(signal, Disposition.SIG_DFL);
        handler.call(Arrays.asList(signal.number(), null), Map.of());
    }

    private void requireMainThread() {
        if (!mainInterpreter || !threadStates.current().isMain()) {
            throw new ValueError("signal only works in main thread of the main interpreter");
        }
    }

    private static Signal known(int number) {
        return Signal.of(number).orElseThrow(() -> new ValueError("signal number out of range"));
    }
}
