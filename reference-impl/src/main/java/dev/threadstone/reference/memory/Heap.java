package dev.threadstone.reference.memory;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.Unraisable;
import dev.threadstone.reference.errors.PythonException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The objects of an interpreter that have finalizers: counted references, a collector of cycles ({@code gc.collect()}), and
 * the modules that keep objects until the interpreter exits.
 *
 * <p>Thread-safety: used by attached threads. Finalizers run in the thread that causes them, and may block.
 *
 * <p>Source: Python language reference, {@code object.__del__}; library reference, {@code gc}.
 */
public final class Heap {

    private final Interpreter interpreter;
    private final Set<Finalizable> living = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Finalizable> inModules = new ConcurrentLinkedQueue<>();

    /** The heap of an interpreter, without objects. */
    public Heap(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** A new object that nobody refers to yet. */
    public Finalizable newObject(PyCallable finalizer) {
        Finalizable made = new Finalizable(this, finalizer);
        living.add(made);
        return made;
    }

    /** Makes an object an attribute of a module, which keeps it until the interpreter exits. */
    public void keepInModule(Finalizable object) {
        object.retain();
        inModules.add(object);
    }

    /** Lets modules go of what they keep, as the exiting interpreter does. */
    public void clearModules() {
        for (Finalizable kept = inModules.poll(); kept != null; kept = inModules.poll()) {
            kept.release();
        }
    }

    /**
     * Finalizes, in the calling thread, the objects that refer to each other and that nobody else refers to.
     *
     * @return how many there were
     */
    public int collect() {
        List<Finalizable> garbage = unreachable();
        garbage.forEach(Finalizable::die);
        return garbage.size();
    }

    private List<Finalizable> unreachable() {
        List<Finalizable> all = List.copyOf(living);
        Map<Finalizable, Integer> inside = new HashMap<>();
        all.forEach(object -> object.targets().forEach(target -> inside.merge(target, 1, Integer::sum)));
        ArrayDeque<Finalizable> reached = new ArrayDeque<>();
        all.stream()
                .filter(object -> object.references() == 0 || object.references() > inside.getOrDefault(object, 0))
                .forEach(reached::add);
        Set<Finalizable> reachable = new HashSet<>();
        while (!reached.isEmpty()) {
            Finalizable object = reached.remove();
            if (reachable.add(object)) {
                reached.addAll(object.targets());
            }
        }
        List<Finalizable> garbage = new ArrayList<>(all);
        garbage.removeAll(reachable);
        return garbage;
    }

    void forget(Finalizable object) {
        living.remove(object);
    }

    /** Calls a finalizer. What it raises cannot reach anybody. */
    void call(PyCallable finalizer) {
        try {
            finalizer.call(List.of(), Map.of());
        } catch (RuntimeException failed) {
            interpreter
                    .unraisableHook()
                    .invoke(new Unraisable(PythonException.from(failed), "Exception ignored in", finalizer));
        }
    }
}
