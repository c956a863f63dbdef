package dev.threadstone.verdict;

import dev.threadstone.catalogue.Catalogue;
import dev.threadstone.catalogue.Level;
import dev.threadstone.catalogue.Requirement;
import dev.threadstone.spi.Description;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scores of one run by area and level, in the order of the catalogue. */
public record Scores(List<Row> rows) {

    public Scores {
        rows = List.copyOf(rows);
    }

    /** The score of one level in one area. */
    public record Row(String area, Level level, Score score) {}

    /**
     * Counts the requirements of the whole catalogue.
     *
     * @param verdicts the verdicts of the scenarios of each requirement, by its id
     */
    public static Scores of(Catalogue catalogue, Description runtime, Map<String, Set<Verdict>> verdicts) {
        var gate = new Gate(runtime);
        var scores = new LinkedHashMap<String, Map<Level, Score>>();
        for (var requirement : catalogue.requirements()) {
            var score = score(requirement, gate, verdicts.getOrDefault(requirement.id(), Set.of()));
            scores.computeIfAbsent(requirement.area(), area -> new LinkedHashMap<>())
                    .merge(requirement.level(), score, Score::plus);
        }
        var rows = new ArrayList<Row>();
        scores.forEach((area, levels) -> {
            for (var level : Level.values()) {
                if (levels.containsKey(level)) {
                    rows.add(new Row(area, level, levels.get(level)));
                }
            }
        });
        return new Scores(rows);
    }

    private static Score score(Requirement requirement, Gate gate, Set<Verdict> verdicts) {
        var closed = gate.check(requirement).map(Gate.Closed::verdict).orElse(Verdict.PASS);
        if (closed == Verdict.NOT_APPLICABLE) {
            return new Score(1, 0, 0, 0, 0, 0);
        }
        // An error is the suite's or the adapter's: the requirement is then not judged, unless another scenario failed.
        var failed = verdicts.stream().anyMatch(Verdict::failed);
        var passed = !failed && verdicts.contains(Verdict.PASS) && !verdicts.contains(Verdict.ERROR);
        return new Score(
                1,
                1,
                closed == Verdict.UNSUPPORTED ? 1 : 0,
                requirement.testable() ? 0 : 1,
                failed || passed ? 1 : 0,
                passed ? 1 : 0);
    }

    /** All areas of one level together. */
    public Score total(Level level) {
        return rows.stream().filter(row -> row.level() == level).map(Row::score).reduce(Score.ZERO, Score::plus);
    }
}
