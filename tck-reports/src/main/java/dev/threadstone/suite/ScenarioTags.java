package dev.threadstone.suite;

import dev.threadstone.spi.PythonVersion;
import dev.threadstone.verdict.VersionRange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of one scenario say.
 *
 * @param ids scenario ids, {@code RLOCK-007.a}; a good scenario has one
 * @param requirements the requirements of these, and those tagged without a letter
 * @param range from {@code @since-3.9} and {@code @until-3.12}: versions in which this consequence of the requirement shows
 */
record ScenarioTags(List<String> ids, Set<String> requirements, VersionRange range) {

    private static final Pattern SCENARIO = Pattern.compile("@([A-Z]+-\\d{3})\\.[a-z]+");
    private static final Pattern REQUIREMENT = Pattern.compile("@([A-Z]+-\\d{3})");
    private static final Pattern VERSION = Pattern.compile("@(since|until)-(\\d+\\.\\d+)");

    static ScenarioTags of(List<String> tags) {
        var ids = tags.stream()
                .filter(tag -> SCENARIO.matcher(tag).matches())
                .map(tag -> tag.substring(1))
                .toList();
        var requirements = new LinkedHashSet<String>();
        ids.forEach(id -> requirements.add(requirementOf(id)));
        for (var tag : tags) {
            var matcher = REQUIREMENT.matcher(tag);
            if (matcher.matches()) {
                requirements.add(matcher.group(1));
            }
        }
        return new ScenarioTags(ids, requirements, new VersionRange(bound(tags, "since"), bound(tags, "until")));
    }

    private static @Nullable PythonVersion bound(List<String> tags, String end) {
        for (var tag : tags) {
            var matcher = VERSION.matcher(tag);
            if (matcher.matches() && matcher.group(1).equals(end)) {
                return PythonVersion.parse(matcher.group(2));
            }
        }
        return null;
    }

    private static String requirementOf(String scenarioId) {
        return scenarioId.substring(0, scenarioId.indexOf('.'));
    }
}
