package dev.threadstone.reference.builtins;

import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.StopIteration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntSupplier;

/** Goes over a container that must keep its size meanwhile: a dict or a set. */
final class SizedIterator<E> implements PyIterator<E> {

    private final Steps steps;
    private final Object container;
    private final String kind;
    private final List<E> elements;
    private final IntSupplier size;
    private int place;

    SizedIterator(Steps steps, Object container, String kind, Collection<E> elements, IntSupplier size) {
        this.steps = steps;
        this.container = container;
        this.kind = kind;
        this.elements = new ArrayList<>(elements);
        this.size = size;
    }

    @Override
    public E next() {
        return steps.read(container, () -> {
            if (size.getAsInt() != elements.size()) {
                throw new RuntimeError(kind + " changed size during iteration");
            }
            if (place >= elements.size()) {
                throw new StopIteration();
            }
            return elements.get(place++);
        });
    }
}
