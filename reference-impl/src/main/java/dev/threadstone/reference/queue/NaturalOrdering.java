package dev.threadstone.reference.queue;

import dev.threadstone.reference.errors.TypeError;
import org.jspecify.annotations.Nullable;

/** Java's own order of objects of one class. */
final class NaturalOrdering implements Ordering {

    @Override
    @SuppressWarnings("unchecked") // what is comparable is so to objects of its own class
    public boolean isLess(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Comparable<?> comparable && other != null && one.getClass() == other.getClass()) {
            return ((Comparable<Object>) comparable).compareTo(other) < 0;
        }
        throw new TypeError(
                "'<' not supported between instances of '" + typeName(one) + "' and '" + typeName(other) + "'");
    }

    private static String typeName(@Nullable Object value) {
        return value == null ? "NoneType" : value.getClass().getSimpleName();
    }
}
