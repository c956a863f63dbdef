package dev.threadstone.reference.platform;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the shared objects from 1 in the order of their first use, so that the numbers are the same in every run. Keeps
 * no object alive: a program may drop one and look whether it is gone.
 */
final class ObjectNumbers {

    /** Up to here a search through a list is faster than a map. */
    private static final int FEW = 16;

    private final List<Identity> few = new ArrayList<>(4);
    private final Map<Identity, Integer> many = new HashMap<>(0);

    int of(Object object) {
        for (int i = 0; i < few.size(); i++) {
            if (few.get(i).refersTo(object)) {
                return i + 1;
            }
        }
        var identity = new Identity(object);
        if (few.size() < FEW) {
            few.add(identity);
            return few.size();
        }
        return many.computeIfAbsent(identity, added -> FEW + many.size() + 1);
    }

    /** The object itself, whatever it is equal to, for as long as it lives. */
    private static final class Identity extends WeakReference<Object> {

        private final int hash;

        Identity(Object object) {
            super(object);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && (identity == this || refersToTheSame(identity));
        }

        private boolean refersToTheSame(Identity other) {
            Object object = get();
            return object != null && other.refersTo(object);
        }
    }
}
