package dev.threadstone.reference.signals;

import dev.threadstone.reference.gil.ThreadState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What every thread of a process blocks, and the signals that nobody lets through: those are pending until some thread does.
 *
 * <p>Thread-safety: usable from any thread. Nothing blocks.
 *
 * <p>Source: POSIX, {@code pthread_sigmask}.
 */
final class SignalMasks {

    private final Map<ThreadState, Set<Signal>> masks = new ConcurrentHashMap<>();
    private final Set<Signal> pending = ConcurrentHashMap.newKeySet();

    /** What a thread blocks, as a copy. */
    Set<Signal> of(ThreadState thread) {
        Set<Signal> mask = masks.get(thread);
        return mask == null || mask.isEmpty() ? EnumSet.noneOf(Signal.class) : EnumSet.copyOf(mask);
    }

    void set(ThreadState thread, Set<Signal> mask) {
        masks.keySet().removeIf(known -> known.platformThread().ended());
        masks.put(thread, mask);
    }

    /** Who takes a signal that was sent to the process: the main thread, unless it blocks the signal and another does not. */
    Optional<ThreadState> taker(Signal signal, Stream<ThreadState> threads) {
        return threads.filter(thread -> !of(thread).contains(signal))
                .min((one, other) -> Boolean.compare(other.isMain(), one.isMain()));
    }

    /** Keeps a signal until somebody lets it through or waits for it. */
    void keep(Signal signal) {
        pending.add(signal);
    }

    /** Takes a kept signal out; whether there was one. */
    boolean take(Signal signal) {
        return pending.remove(signal);
    }

    /** The kept signals that a thread now lets through; they are no longer kept. */
    Set<Signal> release(ThreadState thread) {
        Set<Signal> mask = of(thread);
        Set<Signal> released = EnumSet.noneOf(Signal.class);
        for (Signal signal : Signal.values()) {
            if (!mask.contains(signal) && take(signal)) {
                released.add(signal);
            }
        }
        return released;
    }
}
