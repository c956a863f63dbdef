package dev.threadstone.adapter.jvm;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** {@code iter(callable, sentinel)}: what the callable returns, until it returns the sentinel. */
final class CallableIterator implements Iterator<Object> {

    private final PythonCallable callable;
    private final Object sentinel;
    private @Nullable Object next;
    private boolean exhausted;

    CallableIterator(PythonCallable callable, Object sentinel) {
        this.callable = callable;
        this.sentinel = sentinel;
    }

    /** Calls the callable, unless that was done since the last {@link #next}. */
    @Override
    public boolean hasNext() {
        if (next == null && !exhausted) {
            var returned = callable.call();
            exhausted = returned.equals(sentinel);
            next = exhausted ? null : returned;
        }
        return next != null;
    }

    @Override
    public Object next() {
        var current = hasNext() ? next : null;
        if (current == null) {
            throw new NoSuchElementException("The callable has returned " + sentinel + ".");
        }
        next = null;
        return current;
    }
}
