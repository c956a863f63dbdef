package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Evidence;
import java.util.Set;

/** Finds out whether every thread of a process is at rest. */
interface BlockedProbe extends AutoCloseable {

    /**
     * Whether all threads are asleep now, or have been for long enough. Reads nothing from the agent.
     *
     * @param busy the numbers of threads that compute and are not looked at
     */
    boolean atRest(Set<String> busy);

    /** What kind of evidence {@link #atRest(Set)} gives. */
    Evidence evidence();

    @Override
    void close();
}
