package dev.threadstone.reference.debugging;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.gil.ThreadStates;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import dev.threadstone.reference.signals.Signal;
import dev.threadstone.reference.signals.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Python's module {@code faulthandler}. It needs no lock of the interpreter and no help of the threads that it dumps: they
 * may be blocked for good.
 *
 * <p>Thread-safety: usable from any thread. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code faulthandler}.
 */
public final class FaultHandler {

    private final Platform platform;
    private final ThreadStates threadStates;
    private final Signals signals;
    private final Runnable exit;
    private final AtomicInteger delays = new AtomicInteger();

    /** @param exit ends the process with status 1, at once */
    public FaultHandler(Platform platform, ThreadStates threadStates, Signals signals, Runnable exit) {
        this.platform = platform;
        this.threadStates = threadStates;
        this.signals = signals;
        this.exit = exit;
    }

    /** {@code dump_traceback(all_threads)}. */
    public ThreadDump dumpTraceback(boolean allThreads) {
        return dump(threadStates.current(), allThreads);
    }

    /**
     * {@code dump_traceback_later(timeout, repeat, exit)}: dumps all threads after a time, in the place of what was asked
     * for before.
     *
     * @param repeat whether again and again, after the same time each
     * @param exitAfterwards whether to end the process with status 1 then
     */
    public void dumpTracebackLater(
            Duration timeout, boolean repeat, boolean exitAfterwards, Consumer<ThreadDump> file) {
        int delay = delays.incrementAndGet();
        platform.spawn("faulthandler", 0, () -> {
            do {
                waitFor(timeout);
                if (delays.get() != delay) {
                    return;
                }
                file.accept(dump(null, true));
                if (exitAfterwards) {
                    exit.run();
                }
            } while (repeat);
        });
    }

    /** {@code cancel_dump_traceback_later()}. */
    public void cancelDumpTracebackLater() {
        delays.incrementAndGet();
    }

    /** {@code register(signum, all_threads)}: dumps whenever this signal comes, instead of its handler. */
    public void register(Signal signal, boolean allThreads, Consumer<ThreadDump> file) {
        signals.intercept(signal, () -> file.accept(dump(threadStates.main(), allThreads)));
    }

    /** {@code unregister(signum)}: whether it was registered. */
    public boolean unregister(Signal signal) {
        return signals.intercept(signal, null);
    }

    /**
     * {@code enable(all_threads)}: dumps when a signal of a fault comes, of which the process then dies. A build without the
     * interpreter lock dumps the current thread alone, whatever was asked for.
     */
    public void enable(boolean allThreads, Consumer<ThreadDump> file) {
        signals.beforeFault(() -> file.accept(dump(threadStates.main(), allThreads)));
    }

    private ThreadDump dump(@Nullable ThreadState current, boolean allThreads) {
        var states = new ArrayList<>(threadStates.all());
        Collections.reverse(states);
        return new ThreadDump(states.stream()
                .filter(state -> allThreads || state.equals(current))
                .map(state -> new ThreadDump.Stack(
                        state.platformThread().id(),
                        state.equals(current),
                        state.callStack().frames()))
                .toList());
    }

    private void waitFor(Duration timeout) {
        Deadline end = Deadline.after(platform, timeout);
        while (!end.isPast(platform)) {
            platform.park(new Delay(), end);
        }
    }

    /** The time until a dump. */
    private record Delay() implements Waiting {

        @Override
        public String what() {
            return "the time of a thread dump";
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
