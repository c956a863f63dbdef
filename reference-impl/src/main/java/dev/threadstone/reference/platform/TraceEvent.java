package dev.threadstone.reference.platform;

/**
 * One step of a simulation.
 *
 * @param thread the id of the thread that made it, or 0 if the driver did
 * @param subject the number of the shared object of an operation, the id of the thread that was spawned or unparked, else 0
 */
public record TraceEvent(long thread, Kind kind, int subject) {

    /** What happened: an {@link Operation} on a shared object, or something else in the life of a thread. */
    public enum Kind {
        READ(0),
        WRITE(1),
        ACQUIRE(2),
        RELEASE(3),
        WAIT(4),
        NOTIFY(5),
        SPAWN(6),
        PARK(7),
        UNPARK(8),
        TIMEOUT(9),
        END(10);

        private static final Kind[] BY_CODE = values();

        /** Its place in the packed form, and thereby in the hash of a trace. */
        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(Operation operation) {
            return switch (operation) {
                case READ -> READ;
                case WRITE -> WRITE;
                case ACQUIRE -> ACQUIRE;
                case RELEASE -> RELEASE;
                case WAIT -> WAIT;
                case NOTIFY -> NOTIFY;
            };
        }
    }

    private static final int KIND_SHIFT = 32;
    private static final int THREAD_SHIFT = 40;

    static long pack(long thread, Kind kind, int subject) {
        return thread << THREAD_SHIFT | (long) kind.code << KIND_SHIFT | subject;
    }

    static TraceEvent unpack(long packed) {
        return new TraceEvent(
                packed >>> THREAD_SHIFT, Kind.BY_CODE[(int) (packed >>> KIND_SHIFT) & 0xff], (int) packed);
    }
}
