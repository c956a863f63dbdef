package dev.threadstone.reference.platform;

/**
 * One step of a simulation.
 *
 * @param thread the id of the thread that made it, or 0 if the driver did
 * @param subject the number of the shared object of an operation, the id of the thread that was spawned or unparked, else 0
 */
public record TraceEvent(long thread, Kind kind, int subject) {

    /** What happened. The first six are the {@link Operation}s, in their order. */
    public enum Kind {
        READ,
        WRITE,
        ACQUIRE,
        RELEASE,
        WAIT,
        NOTIFY,
        SPAWN,
        PARK,
        UNPARK,
        TIMEOUT,
        END;

        private static final Kind[] ALL = values();

        static Kind of(Operation operation) {
            return ALL[operation.ordinal()];
        }
    }

    private static final int KIND_SHIFT = 32;
    private static final int THREAD_SHIFT = 40;

    static long pack(long thread, Kind kind, int subject) {
        return thread << THREAD_SHIFT | (long) kind.ordinal() << KIND_SHIFT | subject;
    }

    static TraceEvent unpack(long packed) {
        return new TraceEvent(packed >>> THREAD_SHIFT, Kind.ALL[(int) (packed >>> KIND_SHIFT) & 0xff], (int) packed);
    }
}
