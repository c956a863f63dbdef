package dev.threadstone.reference.queue;

import dev.threadstone.reference.errors.TypeError;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code <}.
 *
 * <p>Source: Python library reference, "Comparisons".
 */
@FunctionalInterface
public interface Ordering {

    /** Java's own order of objects of one class; all others have none. */
    Ordering NATURAL = new NaturalOrdering();

    /**
     * {@code one < other}.
     *
     * @throws TypeError if the two have no order
     */
    boolean isLess(@Nullable Object one, @Nullable Object other);
}
