package dev.threadstone.reference.platform;

import java.util.SplittableRandom;

/** Picks each candidate with the same chance. */
final class RandomWalk implements SchedulingStrategy {

    private final SplittableRandom random;

    RandomWalk(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public int pick(Candidates candidates) {
        return random.nextInt(candidates.size());
    }
}
