package dev.threadstone.reference.queue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smallest entry first: a binary heap. An entry that cannot be compared is there all the same. */
final class Heap implements Storage {

    private final List<@Nullable Object> entries = new ArrayList<>();
    private final Ordering ordering;

    Heap(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public void put(@Nullable Object entry) {
        entries.add(entry);
        int place = entries.size() - 1;
        while (place > 0 && isLess(place, parent(place))) {
            Collections.swap(entries, place, parent(place));
            place = parent(place);
        }
    }

    @Override
    public @Nullable Object get() {
        Object last = entries.remove(entries.size() - 1);
        if (entries.isEmpty()) {
            return last;
        }
        Object smallest = entries.set(0, last);
        sink();
        return smallest;
    }

    private void sink() {
        int place = 0;
        while (hasSmallerChild(place)) {
            int child = smallerChild(place);
            Collections.swap(entries, place, child);
            place = child;
        }
    }

    private boolean hasSmallerChild(int place) {
        return firstChild(place) < entries.size() && isLess(smallerChild(place), place);
    }

    private int smallerChild(int place) {
        int first = firstChild(place);
        int second = first + 1;
        return second < entries.size() && isLess(second, first) ? second : first;
    }

    private boolean isLess(int place, int other) {
        return ordering.isLess(entries.get(place), entries.get(other));
    }

    private static int parent(int place) {
        return (place - 1) / 2;
    }

    private static int firstChild(int place) {
        return 2 * place + 1;
    }
}
