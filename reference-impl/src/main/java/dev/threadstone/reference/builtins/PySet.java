package dev.threadstone.reference.builtins;

import dev.threadstone.reference.Interpreter;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Python's {@code set} with elements of built-in types. Each method is one step. Java's own iterators go over a copy;
 * {@link #iterateLive} is Python's.
 *
 * <p>Thread-safety: used by attached threads of its interpreter.
 *
 * <p>Source: Python library reference, "Set Types".
 */
public final class PySet extends AbstractSet<Object> {

    private final Steps steps;
    private final Set<Object> elements;

    /** A set of these elements. */
    public PySet(Interpreter interpreter, Collection<?> elements) {
        this.steps = new Steps(interpreter);
        this.elements = new LinkedHashSet<>(elements);
    }

    /** {@code set.add(element)}. */
    @Override
    public boolean add(Object element) {
        return steps.write(this, () -> elements.add(element));
    }

    /** {@code set.discard(element)}. */
    @Override
    public boolean remove(Object element) {
        return steps.write(this, () -> elements.remove(element));
    }

    /** {@code element in set}. */
    @Override
    public boolean contains(Object element) {
        return steps.read(this, () -> elements.contains(element));
    }

    /** {@code len(set)}. */
    @Override
    public int size() {
        return steps.read(this, elements::size);
    }

    /** Its elements, as a Java list. */
    public List<Object> copy() {
        return steps.read(this, () -> new ArrayList<>(elements));
    }

    /** {@code iter(set)}. It fails once the number of elements has changed. */
    public PyIterator<Object> iterateLive() {
        return steps.read(this, () -> new SizedIterator<>(steps, this, "Set", elements, elements::size));
    }

    @Override
    public Iterator<Object> iterator() {
        return copy().iterator();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // two sets are two shared objects, whatever is in them
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
