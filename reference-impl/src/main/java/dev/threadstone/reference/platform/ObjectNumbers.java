package dev.threadstone.reference.platform;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the shared objects from 1 in the order of their first use, so that the numbers are the same in every run. */
final class ObjectNumbers {

    /** Up to here a search through an array is faster than a map. */
    private static final int FEW = 16;

    private @Nullable Object[] few = new @Nullable Object[4];
    private int size;
    private @Nullable Map<Object, Integer> many;

    int of(Object object) {
        for (int i = 0; i < Math.min(size, FEW); i++) {
            if (few[i] == object) {
                return i + 1;
            }
        }
        return size < FEW ? addToFew(object) : ofMany(object);
    }

    private int addToFew(Object object) {
        if (size == few.length) {
            few = Arrays.copyOf(few, 2 * size);
        }
        few[size++] = object;
        return size;
    }

    private int ofMany(Object object) {
        Map<Object, Integer> numbers = many;
        if (numbers == null) {
            numbers = new IdentityHashMap<>();
            many = numbers;
        }
        Integer known = numbers.get(object);
        if (known != null) {
            return known;
        }
        numbers.put(object, ++size);
        return size;
    }
}
