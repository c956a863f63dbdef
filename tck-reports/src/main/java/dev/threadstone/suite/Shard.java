package dev.threadstone.suite;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several parts of the scenarios, for runs on several machines.
 *
 * @param number from 1
 * @param count how many parts there are
 */
public record Shard(int number, int count) {

    public Shard {
        if (number < 1 || count < 1 || number > count) {
            throw new IllegalArgumentException(
                    number + "/" + count + " is no shard; expected one such as 2/3, counted from 1");
        }
    }

    /**
     * Reads {@code 2/3}.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static Shard parse(String text) {
        var parts = text.split("/", -1);
        try {
            return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + text + "' is no shard; expected one such as 2/3", e);
        }
    }

    /** Every n-th item; the shards of one list are disjoint and together are the list. */
    <T> List<T> of(List<T> items) {
        return IntStream.range(0, items.size())
                .filter(index -> index % count == number - 1)
                .mapToObj(items::get)
                .toList();
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
