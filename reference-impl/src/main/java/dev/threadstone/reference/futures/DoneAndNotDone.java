package dev.threadstone.reference.futures;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What {@code concurrent.futures.wait} returns.
 *
 * @param done the futures that had ended
 * @param notDone all others
 */
public record DoneAndNotDone(Set<Future> done, Set<Future> notDone) {

    /** Copies the sets. */
    public DoneAndNotDone {
        done = Collections.unmodifiableSet(new LinkedHashSet<>(done));
        notDone = Collections.unmodifiableSet(new LinkedHashSet<>(notDone));
    }
}
