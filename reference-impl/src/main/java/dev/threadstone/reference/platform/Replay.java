package dev.threadstone.reference.platform;

import java.util.List;

/** Makes the recorded choices again. Where they end, whoever runs goes on as long as it can, then the oldest does. */
final class Replay implements SchedulingStrategy {

    private final List<Integer> choices;
    private int made;

    Replay(List<Integer> choices) {
        this.choices = choices;
    }

    @Override
    public int pick(Candidates candidates) {
        return made < choices.size() ? recorded(candidates) : Math.max(0, candidates.current());
    }

    private int recorded(Candidates candidates) {
        int choice = choices.get(made++);
        if (choice >= candidates.size()) {
            throw new IllegalStateException("the schedule belongs to another program: its choice " + made
                    + " is candidate " + choice + ", but there are only " + candidates.size() + ", counted from 0");
        }
        return choice;
    }
}
