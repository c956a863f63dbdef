package dev.threadstone.reference.platform;

import java.util.concurrent.locks.LockSupport;

/** The kind of the JVM's threads that a platform's threads run on. It changes how fast they are, never what they do. */
public enum Carrier {
    /** Ordinary daemon threads. A simulation takes them from a pool of the process; a real platform starts its own. */
    PLATFORM,

    /** Virtual threads, from JDK 24 on: before that, one that parks inside a monitor stops its carrier. */
    VIRTUAL;

    /** The faster kind that this JVM has. */
    public static Carrier best() {
        return VIRTUAL.isAvailable() ? VIRTUAL : PLATFORM;
    }

    public boolean isAvailable() {
        return this == PLATFORM || VirtualThreads.AVAILABLE;
    }

    /**
     * This kind, if the JVM has it.
     *
     * @throws IllegalArgumentException if it has not
     */
    Carrier checked() {
        if (!isAvailable()) {
            throw new IllegalArgumentException("virtual threads need JDK 24 or later, and this is JDK "
                    + Runtime.version().feature() + "; choose Carrier.PLATFORM");
        }
        return this;
    }

    /** Parks the calling thread for ever: the end of one that does not let itself be ended. */
    static void strand() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }
}
