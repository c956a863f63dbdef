package dev.threadstone.reference.queue;

import org.jspecify.annotations.Nullable;

/** First in, first out. */
final class Fifo implements Storage {

    private final Items items = new Items();

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public void put(@Nullable Object item) {
        items.add(item);
    }

    @Override
    public @Nullable Object get() {
        return items.takeOldest();
    }
}
