package dev.threadstone.reference.builtins;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.IndexError;
import dev.threadstone.reference.errors.ValueError;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Python's {@code list}. Each method is one step, but for {@link #sort}, which calls a key function. Java's own iterators
 * go over a copy; {@link #iterateLive} is Python's.
 *
 * <p>Thread-safety: used by attached threads of its interpreter.
 *
 * <p>Source: Python library reference, "Lists", and the FAQ, "What kinds of global value mutation are thread-safe?".
 */
public final class PyList<E> extends AbstractList<E> {

    private final Steps steps;
    private List<E> items;

    /** A list of these items. */
    public PyList(Interpreter interpreter, Collection<? extends E> items) {
        this.steps = new Steps(interpreter);
        this.items = new ArrayList<>(items);
    }

    @Override
    public E get(int index) {
        return steps.read(this, () -> items.get(index));
    }

    @Override
    public int size() {
        return steps.read(this, () -> items.size());
    }

    /** {@code append(item)}. */
    @Override
    public boolean add(E item) {
        return steps.write(this, () -> items.add(item));
    }

    @Override
    public void add(int index, E item) {
        steps.write(this, () -> {
            items.add(index, item);
            return true;
        });
    }

    @Override
    public E set(int index, E item) {
        return steps.write(this, () -> items.set(index, item));
    }

    @Override
    public E remove(int index) {
        return steps.write(this, () -> items.remove(index));
    }

    /**
     * {@code pop(index)}: takes an item; a negative index counts from the end.
     *
     * @throws IndexError if there is none
     */
    public E pop(int index) {
        return steps.write(this, () -> {
            int place = index < 0 ? items.size() + index : index;
            if (place < 0 || place >= items.size()) {
                throw new IndexError(items.isEmpty() ? "pop from empty list" : "pop index out of range");
            }
            return items.remove(place);
        });
    }

    /** {@code copy()}, as a Java list. */
    public List<E> copy() {
        return steps.read(this, () -> new ArrayList<>(items));
    }

    /**
     * {@code sort(key=...)}. While keys are asked for, which may block, everybody sees the list as empty.
     *
     * @throws ValueError if somebody has put items into it meanwhile; they are lost
     */
    public <K> void sort(Function<? super E, K> key, Comparator<? super K> order) {
        List<E> taken = steps.write(this, () -> replace(new ArrayList<>()));
        List<E> sorted = taken;
        try {
            sorted = sorted(taken, key, order);
        } finally {
            giveBack(sorted);
        }
    }

    private void giveBack(List<E> sorted) {
        List<E> put = steps.write(this, () -> replace(sorted));
        if (!put.isEmpty()) {
            throw new ValueError("list modified during sort");
        }
    }

    private List<E> replace(List<E> others) {
        List<E> old = items;
        items = others;
        return old;
    }

    private static <E, K> List<E> sorted(List<E> items, Function<? super E, K> key, Comparator<? super K> order) {
        record Keyed<E, K>(E item, K key) {}
        return items.stream()
                .map(item -> new Keyed<E, K>(item, key.apply(item)))
                .sorted(Comparator.comparing(Keyed::key, order))
                .map(Keyed::item)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** {@code iter(list)}: sees what is done to the list meanwhile. */
    public PyIterator<E> iterateLive() {
        return new ListIterator<>(steps, this);
    }

    /** How many items there are, as part of another step. */
    int length() {
        return items.size();
    }

    /** An item, as part of another step. */
    E at(int index) {
        return items.get(index);
    }

    @Override
    public Object[] toArray() {
        return copy().toArray();
    }

    @Override
    public Iterator<E> iterator() {
        return copy().iterator();
    }

    @Override
    public Spliterator<E> spliterator() {
        return copy().spliterator();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // two lists are two shared objects, whatever is in them
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
