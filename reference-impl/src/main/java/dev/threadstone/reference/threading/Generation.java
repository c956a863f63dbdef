package dev.threadstone.reference.threading;

/**
 * The threads that go through a barrier together, from the first that comes to the last that leaves. Changed only by the
 * holder of the barrier's lock; read by everybody.
 */
final class Generation {

    private volatile Stage stage = Stage.FILLING;
    private volatile int inside;

    private enum Stage {
        /** Threads come and wait for the others. */
        FILLING,
        /** All have come; they leave, and nobody may come. */
        OPEN,
        /** They were sent away; they leave, and nobody may come. */
        RESET,
        /** Whoever comes or waits gets an error. */
        BROKEN
    }

    boolean isFilling() {
        return stage == Stage.FILLING;
    }

    boolean isBroken() {
        return stage == Stage.BROKEN;
    }

    boolean isReset() {
        return stage == Stage.RESET;
    }

    /** Whether newcomers have to wait until the others are gone. */
    boolean isLeaving() {
        return stage == Stage.OPEN || stage == Stage.RESET;
    }

    /** How many wait for the others. */
    int waiting() {
        int count = inside;
        return isFilling() ? count : 0;
    }

    /** A thread comes; how many came before it. */
    int enter() {
        int before = inside;
        inside = before + 1;
        return before;
    }

    /** A thread goes. Whether it was the last one to leave, so that others may come. */
    boolean leave() {
        int left = inside - 1;
        inside = left;
        boolean last = left == 0 && isLeaving();
        if (last) {
            stage = Stage.FILLING;
        }
        return last;
    }

    void open() {
        stage = Stage.OPEN;
    }

    void abort() {
        stage = Stage.BROKEN;
    }

    /** Sends away who waits; an open barrier stays open until all have left. */
    void reset() {
        if (inside == 0) {
            stage = Stage.FILLING;
        } else if (stage != Stage.OPEN) {
            stage = Stage.RESET;
        }
    }
}
