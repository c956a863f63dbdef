package dev.threadstone.reference.platform;

import java.util.Arrays;
import java.util.List;

/** The choices that a strategy has made. */
final class Choices {

    private static final int CAPACITY = 1 << 20;

    private int[] made = new int[32];
    private int kept;
    private long length;

    void add(int choice) {
        length++;
        if (kept < CAPACITY) {
            if (kept == made.length) {
                made = Arrays.copyOf(made, 2 * kept);
            }
            made[kept++] = choice;
        }
    }

    /**
     * All of them, in their order.
     *
     * @throws IllegalStateException if there were too many to keep them
     */
    List<Integer> all() {
        if (length > CAPACITY) {
            throw new IllegalStateException(length + " choices were made and only the first " + CAPACITY
                    + " are kept, so the run can be repeated from its seed only");
        }
        return Arrays.stream(made, 0, kept).boxed().toList();
    }
}
