package dev.threadstone.vocabulary;

import dev.threadstone.spi.Value;
import dev.threadstone.world.ExpectationFailed;
import dev.threadstone.world.Names;
import dev.threadstone.world.ScenarioMistake;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which outcomes must be seen under many schedules, and which may. What is not listed is forbidden.
 *
 * @param required each of these is seen at least once
 * @param permitted these may be seen
 */
public record Grades(Set<Value> required, Set<Value> permitted) {

    /** Reads rows of {@code value} and {@code grade}: required, permitted or forbidden. */
    public static Grades parse(List<Map<String, String>> rows, Names names) {
        var required = new HashSet<Value>();
        var permitted = new HashSet<Value>();
        for (var row : rows) {
            var value = Literals.value(row.getOrDefault("value", ""), names);
            switch (row.getOrDefault("grade", "")) {
                case "required" -> required.add(value);
                case "permitted" -> permitted.add(value);
                case "forbidden" -> {}
                default ->
                    throw new ScenarioMistake(
                            "'" + row.get("grade") + "' is no grade; an outcome is required, permitted or forbidden.");
            }
        }
        return new Grades(required, permitted);
    }

    /** Fails if a required outcome was not seen, or one that is not permitted was. */
    public void require(String variable, Map<Value, Integer> seen) {
        var surprising = seen.keySet().stream()
                .filter(value -> !required.contains(value) && !permitted.contains(value))
                .toList();
        if (!surprising.isEmpty() || !seen.keySet().containsAll(required)) {
            throw new ExpectationFailed(
                    variable + " ends as each of " + required + " and otherwise only as " + permitted,
                    "it ended, so often each, as " + seen);
        }
    }
}
