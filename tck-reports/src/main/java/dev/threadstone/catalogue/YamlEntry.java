package dev.threadstone.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One mapping of a YAML file, read field by field with errors that say where and what. */
final class YamlEntry {

    private final String where;
    private final Map<?, ?> fields;

    YamlEntry(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new CatalogueException(where + " holds " + value + "; expected fields and values");
        }
        this.where = where;
        this.fields = map;
    }

    /** The same entry, called by its id in errors. */
    YamlEntry named(String id) {
        return new YamlEntry(where + ": " + id, fields);
    }

    String text(String field) {
        var text = optionalText(field);
        if (text == null) {
            throw problem(field, "is missing");
        }
        return text;
    }

    @Nullable String optionalText(String field) {
        var value = fields.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw problem(field, "is " + value + "; expected a text");
    }

    boolean flag(String field) {
        var value = fields.get(field);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw problem(field, "is " + value + "; expected true or false");
    }

    List<String> texts(String field) {
        var value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw problem(field, "is " + value + "; expected a list of texts");
    }

    List<YamlEntry> entries(String field) {
        var value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> new YamlEntry(where + ": " + field, item))
                    .toList();
        }
        throw problem(field, "is " + value + "; expected a list");
    }

    Set<String> keys(String field) {
        return new YamlEntry(where + ": " + field, fields.get(field))
                .fields.keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    void allowOnly(Set<String> allowed) {
        for (var field : fields.keySet()) {
            if (!allowed.contains(String.valueOf(field))) {
                throw problem(
                        String.valueOf(field), "is no field of a requirement; allowed are " + new TreeSet<>(allowed));
            }
        }
    }

    CatalogueException problem(String field, String what) {
        return new CatalogueException(where + ": " + field + " " + what + ".");
    }
}
