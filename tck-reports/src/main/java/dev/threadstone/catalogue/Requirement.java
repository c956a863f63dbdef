package dev.threadstone.catalogue;

import dev.threadstone.spi.PythonVersion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One behaviour that the suite asks for.
 *
 * @param id stable for ever: {@code RLOCK-007}
 * @param area what stands before the number: {@code RLOCK}
 * @param profile the main condition under which it applies: {@code core}, {@code signals}, {@code gil} ...
 * @param tags further conditions and topics, from the profiles and a few more
 * @param since the first Python version with this behaviour; null if every supported version has it
 * @param until the last Python version with this behaviour; null if it still holds
 * @param sources where it is written: {@code Doc/library/threading.rst#lock-objects}
 * @param observe how it can be seen
 * @param error the exact exception type that the statement names, or null
 * @param verifiedOn CPython versions on which it was confirmed
 * @param differsOn CPython versions on which it was confirmed to be absent or different
 * @param untestable why no scenario can show it, or null
 */
public record Requirement(
        String id,
        String area,
        String statement,
        Level level,
        String profile,
        Set<String> tags,
        @Nullable PythonVersion since,
        @Nullable PythonVersion until,
        List<String> sources,
        String observe,
        @Nullable String error,
        List<String> verifiedOn,
        List<String> differsOn,
        @Nullable String note,
        @Nullable String untestable) {

    public Requirement {
        tags = Set.copyOf(tags);
        sources = List.copyOf(sources);
        verifiedOn = List.copyOf(verifiedOn);
        differsOn = List.copyOf(differsOn);
    }

    /** The area of an id; the id itself where it has no number. */
    public static String areaOf(String id) {
        var hyphen = id.lastIndexOf('-');
        return hyphen < 0 ? id : id.substring(0, hyphen);
    }

    public boolean testable() {
        return untestable == null;
    }

    /** Whether it applies only under the condition named: its profile or one of its tags. */
    public boolean needs(String condition) {
        return profile.equals(condition) || tags.contains(condition);
    }
}
