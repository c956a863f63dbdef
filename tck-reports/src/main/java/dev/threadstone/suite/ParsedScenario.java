package dev.threadstone.suite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, or one row of an outline, as it stands in a feature file.
 *
 * @param feature the file on the class path: {@code dev/threadstone/features/sync/lock.feature}
 * @param line the line of the scenario, or of the examples row
 * @param example the cell of the row in the column {@code case}; null without examples or without that column
 * @param outlineLine the line of the scenario or outline itself
 * @param tags with the at sign
 */
public record ParsedScenario(
        String feature,
        int line,
        String name,
        @Nullable String example,
        int outlineLine,
        List<String> tags,
        List<Step> steps) {

    public ParsedScenario {
        tags = List.copyOf(tags);
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param keyword as written: {@code When}
     * @param table the rows of its data table, if it has one
     */
    public record Step(String keyword, String text, int line, List<List<String>> table) {

        public Step {
            table = List.copyOf(table);
        }
    }

    /** Whether this is a row of an outline. */
    public boolean inOutline() {
        return outlineLine != line;
    }

    /** {@code sync/lock.feature:12}. */
    public String location() {
        return feature.substring(feature.lastIndexOf('/', feature.lastIndexOf('/') - 1) + 1) + ":" + line;
    }
}
