package dev.threadstone.adapter.reference.saboteur;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** A set of objects that does not keep them alive. Thread-safe. */
final class Marks {

    private final Set<Object> objects = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Adds an object and tells whether it was new. */
    boolean add(Object object) {
        return objects.add(object);
    }

    boolean has(Object object) {
        return objects.contains(object);
    }

    void remove(Object object) {
        objects.remove(object);
    }
}
