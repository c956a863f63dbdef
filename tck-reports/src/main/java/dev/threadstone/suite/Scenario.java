package dev.threadstone.suite;

import dev.threadstone.catalogue.Level;
import dev.threadstone.catalogue.Requirement;
import dev.threadstone.verdict.VersionRange;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scenario of the suite with what it shows.
 *
 * @param id {@code RLOCK-007.a}
 * @param requirements what it shows; the first is the one in its id
 * @param range the versions in which this consequence shows, narrower than those of the requirements at times
 */
public record Scenario(String id, List<Requirement> requirements, VersionRange range, ParsedScenario source) {

    public Scenario {
        requirements = List.copyOf(requirements);
    }

    /** Cheap, since scenarios are keys of maps. */
    @Override
    public int hashCode() {
        return 31 * id.hashCode() + source.line();
    }

    public @Nullable String example() {
        return source.example();
    }

    public String name() {
        return source.name();
    }

    /** The id with the case, unique in the suite: {@code LOCK-011.a[RLock]}. */
    public String key() {
        return example() == null ? id : id + "[" + example() + "]";
    }

    public String area() {
        return requirements.get(0).area();
    }

    /** The most binding level among its requirements. */
    public Level level() {
        return requirements.stream()
                .map(Requirement::level)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
