package dev.threadstone.suite;

import dev.threadstone.catalogue.Level;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which scenarios to choose; each criterion narrows the choice, and an empty one does not.
 *
 * @param ids ids of requirements, scenarios or scenarios with case, or areas; {@code *} and {@code ?} stand for any text
 *     and any character
 * @param tags a tag expression: {@code @LOCK-007 and not @until-3.12}; null for any
 * @param keys exactly these scenarios, as {@code LOCK-011.a[RLock]}; null for any
 */
public record Criteria(
        List<String> ids,
        List<String> areas,
        List<Level> levels,
        @Nullable String tags,
        @Nullable Set<String> keys,
        @Nullable Shard shard) {

    public static final Criteria ALL = new Criteria(List.of(), List.of(), List.of(), null, null, null);

    public Criteria {
        ids = List.copyOf(ids);
        areas = List.copyOf(areas);
        levels = List.copyOf(levels);
        keys = keys == null ? null : Set.copyOf(keys);
    }

    public static Criteria ids(String... ids) {
        return new Criteria(List.of(ids), List.of(), List.of(), null, null, null);
    }
}
