package dev.threadstone.reference.queue;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Items in the order in which they came. Keeps nothing of an item that was taken out. */
final class Items {

    private final ArrayDeque<Item> items = new ArrayDeque<>();

    /** What makes {@code None} an item like any other. */
    private record Item(@Nullable Object value) {}

    int size() {
        return items.size();
    }

    void add(@Nullable Object value) {
        items.addLast(new Item(value));
    }

    @Nullable Object takeOldest() {
        return items.removeFirst().value();
    }

    @Nullable Object takeNewest() {
        return items.removeLast().value();
    }
}
