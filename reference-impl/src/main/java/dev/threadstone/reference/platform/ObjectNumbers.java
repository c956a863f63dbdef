package dev.threadstone.reference.platform;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Numbers the shared objects from 1 in the order of their first use, so that the numbers are the same in every run. Keeps
 * no object alive: a program may drop one and look whether it is gone.
 */
final class ObjectNumbers {

    /** Up to here a search through a list is faster than a map. */
    private static final int FEW = 16;

    private final List<WeakReference<Object>> few = new ArrayList<>(4);
    private final Map<Object, Integer> many = new WeakHashMap<>();
    private int size;

    int of(Object object) {
        for (int i = 0; i < few.size(); i++) {
            if (few.get(i).refersTo(object)) {
                return i + 1;
            }
        }
        return size < FEW ? addToFew(object) : many.computeIfAbsent(object, added -> ++size);
    }

    private int addToFew(Object object) {
        few.add(new WeakReference<>(object));
        return ++size;
    }
}
