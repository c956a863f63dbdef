package dev.threadstone.reference.memory;

import dev.threadstone.reference.PyCallable;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An object with a {@code __del__} method, by its references. Java's own references to it do not count: who refers to it in
 * the sense of Python says so.
 *
 * <p>Thread-safety: used by attached threads. What {@link #release} calls may block.
 *
 * <p>Source: Python language reference, {@code object.__del__}.
 */
public final class Finalizable {

    private final Heap heap;
    private final PyCallable finalizer;
    private final AtomicInteger references = new AtomicInteger();
    private final AtomicBoolean finalized = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Finalizable> targets = new ConcurrentLinkedQueue<>();

    Finalizable(Heap heap, PyCallable finalizer) {
        this.heap = heap;
        this.finalizer = finalizer;
    }

    /** Somebody refers to it: a name, an attribute, an item. */
    public void retain() {
        references.incrementAndGet();
    }

    /** A reference goes away. If it was the last, the finalizer runs, in the calling thread. */
    public void release() {
        if (references.decrementAndGet() == 0) {
            die();
        }
    }

    /** It refers to another object, or to itself, for as long as it lives. */
    public void refer(Finalizable target) {
        target.retain();
        targets.add(target);
    }

    /** Runs the finalizer, unless it has run, and lets go of what the object refers to. */
    void die() {
        heap.forget(this);
        if (finalized.compareAndSet(false, true)) {
            heap.call(finalizer);
        }
        for (Finalizable target = targets.poll(); target != null; target = targets.poll()) {
            if (target.references.decrementAndGet() == 0 && !target.finalized.get()) {
                target.die();
            }
        }
    }

    int references() {
        return references.get();
    }

    List<Finalizable> targets() {
        return List.copyOf(targets);
    }
}
