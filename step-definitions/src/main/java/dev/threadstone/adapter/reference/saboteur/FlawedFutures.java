package dev.threadstone.adapter.reference.saboteur;

import java.util.Iterator;
import java.util.function.BooleanSupplier;

/** An iterator over futures that is made of how it looks and how it steps. */
record FlawedFutures(BooleanSupplier more, Source source) implements Iterator<Object> {

    /** Where the next one comes from. */
    interface Source {
        Object next() throws Exception;
    }

    @Override
    public boolean hasNext() {
        return more.getAsBoolean();
    }

    @Override
    public Object next() {
        try {
            return source.next();
        } catch (RuntimeException raised) {
            throw raised;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }
}
