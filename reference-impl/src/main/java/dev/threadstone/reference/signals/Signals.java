package dev.threadstone.reference.signals;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.KeyboardInterrupt;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.gil.Frame;
import dev.threadstone.reference.gil.PendingCalls;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.gil.ThreadStates;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code signal} module. A handled signal becomes a pending call of the main thread, which makes it at its next
 * checkpoint. Delivered to the main thread, it also wakes that out of an interruptible wait, to run the handler and then wait
 * for what is left of the timeout; delivered to another thread it does not. Several occurrences of one signal before the
 * handler runs are one.
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

    private static final int HIGHEST_NUMBER = 64;

    @SuppressWarnings("UnnecessaryLambda") // compared by identity
    private static final IntConsumer NO_WAKEUP = number -> {};

    private final Platform platform;
    private final ThreadStates threadStates;
    private final PendingCalls pendingCalls;
    private final boolean mainInterpreter;
    private final Consumer<Signal> killer;
    private final Map<Signal, PyCallable> handlers = new ConcurrentHashMap<>();
    private final Set<Signal> tripped = ConcurrentHashMap.newKeySet();
    private final SignalMasks masks = new SignalMasks();
    private final ConcurrentLinkedQueue<SignalWait> waits = new ConcurrentLinkedQueue<>();
    private final AtomicReference<IntConsumer> wakeup = new AtomicReference<>(NO_WAKEUP);
    private final IntervalTimer timer;
    private final Map<Signal, Runnable> interceptions = new ConcurrentHashMap<>();
    private final AtomicReference<Runnable> beforeFault = new AtomicReference<>(() -> {});

    /**
     * The signals of one interpreter.
     *
     * @param mainInterpreter whether handlers may be installed here at all
     * @param killer ends the interpreter when a signal comes that nobody handles and that is fatal
     */
    public Signals(
            Platform platform,
            ThreadStates threadStates,
            PendingCalls pendingCalls,
            boolean mainInterpreter,
            Consumer<Signal> killer) {
        this.platform = platform;
        this.threadStates = threadStates;
        this.pendingCalls = pendingCalls;
        this.mainInterpreter = mainInterpreter;
        this.killer = killer;
        this.timer = new IntervalTimer(platform, () -> deliver(Signal.SIGALRM));
        handlers.put(Signal.SIGINT, DEFAULT_INT_HANDLER);
        handlers.put(Signal.SIGPIPE, Disposition.SIG_IGN);
    }

    /**
     * Installs a handler, which will be called with the signal number, an {@code Integer}, and the calls that it interrupts: a
     * list of {@link Frame}s, innermost first, or null if there are none.
     *
     * @return the handler until now, or a {@link Disposition}
     * @throws ValueError from any thread but the main thread of the main interpreter, and for an unknown number
     */
    public PyCallable signal(int number, PyCallable handler) {
        requireMainThread("signal");
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
        return handler(known(number));
    }

    /**
     * {@code set_wakeup_fd}: what gets the number of every handled signal as soon as it arrives, before the handler runs. Null
     * ends that.
     *
     * @return what was set until now, or null
     * @throws ValueError from any thread but the main thread of the main interpreter
     */
    public @Nullable IntConsumer setWakeup(@Nullable IntConsumer descriptor) {
        requireMainThread("set_wakeup_fd");
        IntConsumer previous = wakeup.getAndSet(descriptor == null ? NO_WAKEUP : descriptor);
        return previous.equals(NO_WAKEUP) ? null : previous;
    }

    /** Delivers a signal of this name to the process, as the operating system does. Returns at once. */
    public void deliver(String name) {
        deliver(Signal.of(name));
    }

    /**
     * Does something as soon as a signal arrives, instead of its handler and in no thread of the program; null ends that.
     *
     * @return whether something was to be done until now
     */
    public boolean intercept(Signal signal, @Nullable Runnable interception) {
        Runnable previous =
                interception == null ? interceptions.remove(signal) : interceptions.put(signal, interception);
        return previous != null;
    }

    /** Does something when the signal of a fault has come, before the process dies of it. */
    public void beforeFault(Runnable last) {
        beforeFault.set(last);
    }

    private void deliver(Signal signal) {
        Runnable interception = interceptions.get(signal);
        if (interception != null) {
            interception.run();
            return;
        }
        Optional<ThreadState> taker = masks.taker(signal, threadStates.all().stream());
        if (taker.isPresent()) {
            deliver(signal, taker.get());
        } else {
            keepForWaits(signal);
        }
    }

    private void keepForWaits(Signal signal) {
        masks.keep(signal);
        waits.stream().filter(wait -> wait.wants(signal)).forEach(wait -> platform.unpark(wait.platformThread()));
    }

    private void deliver(Signal signal, ThreadState thread) {
        PyCallable handler = handler(signal);
        if (!(handler instanceof Disposition)) {
            trip(signal, thread.isMain());
        } else if (handler.equals(Disposition.SIG_DFL) && signal.isFatal()) {
            if (signal.isFault()) {
                beforeFault.get().run();
            }
            killer.accept(signal);
        }
    }

    /**
     * {@code pthread_kill(ident, number)}: directs a signal at one thread. In the main thread its handler has run on return.
     *
     * @param number 0 only checks the thread
     * @throws PythonException {@code ProcessLookupError} if there is no such thread, {@code OSError} for an unknown number, or
     *     what the handler raised
     */
    public void kill(long ident, int number) {
        ThreadState target = threadStates.all().stream()
                .filter(thread -> thread.platformThread().id() == ident)
                .findFirst()
                .orElseThrow(() -> osError("ProcessLookupError", "[Errno 3] No such process"));
        if (number != 0) {
            Signal signal = existing(number);
            if (masks.of(target).contains(signal)) {
                keepForWaits(signal);
            } else {
                deliver(signal, target);
            }
            threadStates.current().makePendingCalls();
        }
    }

    /** {@code raise_signal(number)}: sends a signal to the calling thread; as {@link #kill(long, int)}. */
    public void raise(int number) {
        kill(threadStates.current().platformThread().id(), existing(number).number());
    }

    /** {@code os.kill(os.getpid(), number)}: sends a signal to the process; as {@link #kill(long, int)}. */
    public void kill(int number) {
        if (number != 0) {
            deliver(existing(number));
            threadStates.current().makePendingCalls();
        }
    }

    /**
     * {@code _thread.interrupt_main(number)}: makes the main thread handle a signal that has not come. Called by the main
     * thread, its handler has run on return; a main thread that is blocked is not woken.
     *
     * @throws ValueError for a number that no signal can have
     * @throws PythonException in the main thread, what the handler raised
     */
    public void interruptMain(int number) {
        if (number < 1 || number > HIGHEST_NUMBER) {
            throw new ValueError("signal number out of range");
        }
        Optional<Signal> signal = Signal.of(number);
        if (signal.isPresent() && !(handler(signal.get()) instanceof Disposition)) {
            trip(signal.get(), false);
        }
        threadStates.current().makePendingCalls();
    }

    /** What the calling thread blocks. */
    public Set<Signal> mask() {
        return masks.of(threadStates.current());
    }

    /**
     * {@code pthread_sigmask}: replaces what the calling thread blocks. Pending signals that it now lets through are handled;
     * in the main thread they have been on return.
     *
     * @throws PythonException in the main thread, what a handler raised
     */
    public void mask(Set<Signal> blocked) {
        ThreadState caller = threadStates.current();
        masks.set(caller, blocked.isEmpty() ? EnumSet.noneOf(Signal.class) : EnumSet.copyOf(blocked));
        masks.release(caller).forEach(signal -> deliver(signal, caller));
        caller.makePendingCalls();
    }

    /** Gives a new thread the mask of the thread that started it. */
    public void inherit(ThreadState child, Set<Signal> maskOfCreator) {
        masks.set(child, maskOfCreator);
    }

    /**
     * {@code sigwait(signals)}: blocks without the GIL until one of these signals, which all threads have to block, has been
     * sent, and takes it. No handler is called.
     */
    public Signal await(Set<Signal> signals) {
        ThreadState thread = threadStates.current();
        SignalWait wait = new SignalWait(thread, signals, masks);
        waits.add(wait);
        try {
            thread.waitUntil(wait::isOver, wait, Deadline.NEVER);
        } finally {
            waits.remove(wait);
        }
        return Objects.requireNonNull(wait.got());
    }

    /** {@code setitimer(ITIMER_REAL, after)}: sends SIGALRM to the process once this time has passed; zero sends none. */
    public void setTimer(Duration after) {
        timer.set(after);
    }

    private void trip(Signal signal, boolean wakesMain) {
        wakeup.get().accept(signal.number());
        if (tripped.add(signal)) {
            pendingCalls.add(() -> runHandler(signal), wakesMain);
        }
    }

    private void runHandler(Signal signal) {
        tripped.remove(signal);
        List<Frame> frames = threadStates.current().callStack().frames();
        handler(signal).call(Arrays.asList(signal.number(), frames.isEmpty() ? null : frames), Map.of());
    }

    private PyCallable handler(Signal signal) {
        return handlers.getOrDefault(signal, Disposition.SIG_DFL);
    }

    private void requireMainThread(String function) {
        if (!mainInterpreter || !threadStates.current().isMain()) {
            throw new ValueError(function + " only works in main thread of the main interpreter");
        }
    }

    private static Signal known(int number) {
        return Signal.of(number).orElseThrow(() -> new ValueError("signal number out of range"));
    }

    private static Signal existing(int number) {
        return Signal.of(number).orElseThrow(() -> osError("OSError", "[Errno 22] Invalid argument"));
    }

    private static PythonException osError(String type, String message) {
        List<String> mro = type.equals("OSError")
                ? List.of("OSError", "Exception", "BaseException", "object")
                : List.of(type, "OSError", "Exception", "BaseException", "object");
        return new PythonException(mro, message);
    }
}
