package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Evidence;

/** Finds out whether every thread of a process is at rest. */
interface BlockedProbe extends AutoCloseable {

    /** Whether all threads are asleep now, or have been for long enough. Reads nothing from the agent. */
    boolean atRest();

    /** What kind of evidence {@link #atRest()} gives. */
    Evidence evidence();

    @Override
    void close();
}
