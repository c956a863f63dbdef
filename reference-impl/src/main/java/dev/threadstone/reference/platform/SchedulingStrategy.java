package dev.threadstone.reference.platform;

/**
 * Decides who runs next in a simulation. It is asked only where there is a choice. The same strategy, made anew, must make
 * the same choices when it is shown the same candidates.
 *
 * <p>Thread-safety: called by one thread at a time, each call happening before the next.
 */
@FunctionalInterface
public interface SchedulingStrategy {

    /**
     * Picks the next to run.
     *
     * @param candidates two or more; valid during the call only
     * @return the position of the one that was picked
     */
    int pick(Candidates candidates);
}
