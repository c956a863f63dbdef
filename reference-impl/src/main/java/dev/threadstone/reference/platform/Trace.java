package dev.threadstone.reference.platform;

import java.util.Arrays;
import java.util.List;

/**
 * What happened in a simulation, step by step, and a hash of it. Two runs with the same hash went the same way.
 *
 * <p>Thread-safety: read it while the simulation is at rest.
 */
public final class Trace {

    /** How many steps are kept; the hash covers those beyond as well. */
    public static final int CAPACITY = 1 << 20;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] events = new long[64];
    private int kept;
    private long length;
    private long hash;

    Trace() {}

    void add(long thread, TraceEvent.Kind kind, int subject) {
        long event = TraceEvent.pack(thread, kind, subject);
        hash = (hash ^ event) * MULTIPLIER;
        hash ^= hash >>> 32;
        length++;
        if (kept < CAPACITY) {
            if (kept == events.length) {
                events = Arrays.copyOf(events, 2 * kept);
            }
            events[kept++] = event;
        }
    }

    /** A hash over all steps in their order; 0 while there is none. */
    public long hash() {
        return hash;
    }

    /** How many steps there were. */
    public long length() {
        return length;
    }

    /** The first {@link #CAPACITY} steps. */
    public List<TraceEvent> events() {
        return Arrays.stream(events, 0, kept).mapToObj(TraceEvent::unpack).toList();
    }
}
