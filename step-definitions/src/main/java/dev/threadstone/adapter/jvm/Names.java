package dev.threadstone.adapter.jvm;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The objects of a session that have names. Thread-safe. */
final class Names {

    private final Map<String, Object> objects = new HashMap<>();
    private final IdentityHashMap<Object, List<String>> names = new IdentityHashMap<>();
    private final Map<String, WeakReference<Object>> dropped = new HashMap<>();

    private final BiConsumer<String, Object> bound;

    /**
     * No names yet.
     *
     * @param bound is told of every name that an object gets
     */
    Names(BiConsumer<String, Object> bound) {
        this.bound = bound;
    }

    /** Binds an object to a name. An object of several names is known by its first. */
    synchronized void bind(String name, Object object) {
        forget(name);
        objects.put(name, object);
        bound.accept(name, object);
        if (!PythonText.isPlain(object)) {
            names.computeIfAbsent(object, unnamed -> new ArrayList<>()).add(name);
        }
    }

    /**
     * The object of a name. The scenario's names are checked before it runs, so one that is missing here is the result of a
     * request that the runtime failed.
     *
     * @throws PythonException {@code NameError} if nothing is bound to the name
     */
    synchronized Object get(String name) {
        return find(name).orElseThrow(() -> new PythonException("NameError", "name '" + name + "' is not defined"));
    }

    synchronized Optional<Object> find(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    synchronized Optional<String> nameOf(Object object) {
        return Optional.ofNullable(names.get(object)).map(known -> known.get(0));
    }

    /** Unbinds a name and keeps nothing that would keep its object alive. */
    synchronized void drop(String name) {
        var object = get(name);
        forget(name);
        dropped.put(name, new WeakReference<>(object));
    }

    /** Whether the name has been dropped and its object reclaimed; makes the collector look, which takes a while. */
    boolean isReclaimed(String name) {
        var reference = droppedReference(name);
        if (reference.isPresent() && isAlive(reference.get())) {
            System.gc();
        }
        return reference.isPresent() && !isAlive(reference.get());
    }

    private static boolean isAlive(WeakReference<Object> reference) {
        return reference.get() != null;
    }

    private synchronized Optional<WeakReference<Object>> droppedReference(String name) {
        return Optional.ofNullable(dropped.get(name));
    }

    private void forget(String name) {
        var object = objects.remove(name);
        if (object != null) {
            names.computeIfPresent(object, (unbound, known) -> {
                known.remove(name);
                return known.isEmpty() ? null : known;
            });
        }
    }
}
