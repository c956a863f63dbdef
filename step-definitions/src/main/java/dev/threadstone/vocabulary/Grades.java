package dev.threadstone.vocabulary;

import dev.threadstone.spi.Value;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.Names;
import dev.threadstone.world.ScenarioMistake;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which outcomes must be seen under many schedules, and which may. What is not listed is forbidden.
 *
 * @param required each of these is seen at least once
 * @param interesting each of these is seen at least once if the schedules can be chosen, and may be seen otherwise
 * @param permitted these may be seen
 */
public record Grades(Set<Value> required, Set<Value> interesting, Set<Value> permitted) {

    /** Reads rows of {@code value} and {@code grade}: required, interesting, permitted or forbidden. */
    public static Grades parse(List<Map<String, String>> rows, Names names) {
        var required = new HashSet<Value>();
        var interesting = new HashSet<Value>();
        var permitted = new HashSet<Value>();
        for (var row : rows) {
            var value = Literals.value(row.getOrDefault("value", ""), names);
            switch (row.getOrDefault("grade", "")) {
                case "required" -> required.add(value);
                case "interesting" -> interesting.add(value);
                case "permitted" -> permitted.add(value);
                case "forbidden" -> {}
                default ->
                    throw new ScenarioMistake("'" + row.get("grade")
                            + "' is no grade; an outcome is required, interesting, permitted or forbidden.");
            }
        }
        return new Grades(required, interesting, permitted);
    }

    /**
     * Fails if a required outcome was not seen, or one that is not permitted was.
     *
     * @param chosen whether the runtime followed schedules that were chosen for it
     */
    public void require(String what, Map<Value, Integer> seen, boolean chosen) {
        var allowed =
                Stream.of(required, interesting, permitted).flatMap(Set::stream).collect(Collectors.toSet());
        var wanted = Stream.of(required, chosen ? interesting : Set.<Value>of())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        if (seen.isEmpty()
                || !allowed.containsAll(seen.keySet())
                || !seen.keySet().containsAll(wanted)) {
            throw new ExpectationFailed(
                    what + " ends as each of " + wanted + " and only as " + allowed,
                    "it ended, so often each, as " + seen);
        }
    }
}
