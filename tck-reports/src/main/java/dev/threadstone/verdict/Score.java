package dev.threadstone.verdict;

/**
 * How many requirements hold, never without how many there are.
 *
 * @param required all of them
 * @param applicable those that speak of this version and build
 * @param unsupported those applicable that need a trait the runtime declares absent
 * @param untestable those applicable that no scenario can show
 * @param executed those that were judged: a scenario failed, or all that were executed passed
 * @param passed those judged of which no scenario failed
 */
public record Score(int required, int applicable, int unsupported, int untestable, int executed, int passed) {

    public static final Score ZERO = new Score(0, 0, 0, 0, 0, 0);

    /** Those executed that did not pass. */
    public int failed() {
        return executed - passed;
    }

    public Score plus(Score other) {
        return new Score(
                required + other.required,
                applicable + other.applicable,
                unsupported + other.unsupported,
                untestable + other.untestable,
                executed + other.executed,
                passed + other.passed);
    }
}
