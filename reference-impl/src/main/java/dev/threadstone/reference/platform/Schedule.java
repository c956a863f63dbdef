package dev.threadstone.reference.platform;

import java.util.List;

/**
 * How the threads of a simulation are interleaved, in a form that can be printed and read again. The same program under the
 * same schedule does the same, step by step. Its text is {@code v1:<strategy>:<seed or choices>}.
 */
public sealed interface Schedule {

    /** Seeds the chance that the program itself sees, {@link Platform#random}. */
    long seed();

    /** A new strategy, at its beginning. */
    SchedulingStrategy newStrategy();

    /** Every runnable thread is as likely as another at every choice. */
    static Schedule random(long seed) {
        return new Walk(seed);
    }

    /**
     * Random priorities with {@code depth - 1} random changes within the first {@code expectedChoices} choices; see
     * {@link PriorityChanges}.
     */
    static Schedule priorities(int depth, int expectedChoices, long seed) {
        return new Priorities(depth, expectedChoices, seed);
    }

    /** Exactly these choices, each a position among the runnable threads in the order of their ids. */
    static Schedule replay(long seed, List<Integer> choices) {
        return new Recorded(seed, choices);
    }

    /**
     * Reads the text of a schedule.
     *
     * @throws IllegalArgumentException if the text is no schedule
     */
    static Schedule parse(String text) {
        return ScheduleText.parse(text);
    }

    /** {@code v1:random:42}. */
    record Walk(long seed) implements Schedule {

        @Override
        public SchedulingStrategy newStrategy() {
            return new RandomWalk(seed);
        }

        @Override
        public String toString() {
            return "v1:random:" + seed;
        }
    }

    /** {@code v1:pct:3/100/42}: depth, expected choices, seed. */
    record Priorities(int depth, int expectedChoices, long seed) implements Schedule {

        public Priorities {
            if (depth < 1 || expectedChoices < 1) {
                throw new IllegalArgumentException(
                        "a schedule by priorities needs a depth and a number of choices of 1 or" + " more, not " + depth
                                + " and " + expectedChoices);
            }
        }

        @Override
        public SchedulingStrategy newStrategy() {
            return new PriorityChanges(depth, expectedChoices, seed);
        }

        @Override
        public String toString() {
            return "v1:pct:" + depth + "/" + expectedChoices + "/" + seed;
        }
    }

    /** {@code v1:replay:42/0120}: the program's seed, and a symbol a choice: 0 to 9, a to z, then (36), (37), ... */
    record Recorded(long seed, List<Integer> choices) implements Schedule {

        public Recorded {
            choices = List.copyOf(choices);
        }

        @Override
        public SchedulingStrategy newStrategy() {
            return new Replay(choices);
        }

        @Override
        public String toString() {
            return "v1:replay:" + seed + "/" + ScheduleText.symbols(choices);
        }
    }
}
