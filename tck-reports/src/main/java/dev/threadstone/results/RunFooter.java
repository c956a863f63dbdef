package dev.threadstone.results;

import dev.threadstone.verdict.Scores;
import dev.threadstone.verdict.Verdict;
import java.time.Duration;
import java.util.Map;

/**
 * What it came to, written last. A file without it is the record of a run that did not end.
 *
 * @param complete whether every chosen scenario was judged or is known to be skipped
 * @param selected how many scenarios were chosen
 * @param verdicts how many ended in which way; verdicts without scenarios are left out
 * @param unexpected how many ended in another way than expected
 * @param scores requirements by area and level
 * @param duration wall time of the whole run
 */
public record RunFooter(
        boolean complete,
        int selected,
        Map<Verdict, Integer> verdicts,
        int unexpected,
        Scores scores,
        Duration duration) {

    public RunFooter {
        verdicts = Map.copyOf(verdicts);
    }

    public int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    public int executed() {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getKey().executed())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many ended by the runtime's fault. */
    public int failed() {
        return count(Verdict.FAIL) + count(Verdict.CRASH) + count(Verdict.HANG);
    }
}
