package dev.threadstone.reference.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Probabilistic concurrency testing: every thread has a random priority, the highest runs, and at a few random choices the
 * one that would run falls to the lowest. A bug that needs {@code depth} ordering constraints is found with a known chance.
 * Beyond the expected number of choices it walks at random, so that nobody starves.
 *
 * <p>Source: Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", ASPLOS 2010.
 */
final class PriorityChanges implements SchedulingStrategy {

    private final SplittableRandom random;
    private final int expectedChoices;
    private final int[] changes;
    private final List<Long> byPriority = new ArrayList<>();
    private int made;

    PriorityChanges(int depth, int expectedChoices, long seed) {
        this.random = new SplittableRandom(seed);
        this.expectedChoices = expectedChoices;
        this.changes = new int[depth - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = random.nextInt(expectedChoices);
        }
    }

    @Override
    public int pick(Candidates candidates) {
        if (made >= expectedChoices) {
            return random.nextInt(candidates.size());
        }
        admit(candidates);
        int highest = highest(candidates);
        if (isChange(made++)) {
            Long demoted = candidates.thread(highest);
            byPriority.remove(demoted);
            byPriority.add(demoted);
            return highest(candidates);
        }
        return highest;
    }

    private void admit(Candidates candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            Long thread = candidates.thread(i);
            if (!byPriority.contains(thread)) {
                byPriority.add(random.nextInt(byPriority.size() + 1), thread);
            }
        }
    }

    private int highest(Candidates candidates) {
        int best = 0;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < candidates.size(); i++) {
            int rank = byPriority.indexOf(candidates.thread(i));
            if (rank < bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    private boolean isChange(int choice) {
        for (int change : changes) {
            if (change == choice) {
                return true;
            }
        }
        return false;
    }
}
