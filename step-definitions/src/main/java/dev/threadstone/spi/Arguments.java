package dev.threadstone.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arguments of a call: positional ones, then keywords in the order in which they were written. */
public record Arguments(List<Value> positional, Map<String, Value> keywords) {

    public static final Arguments NONE = new Arguments(List.of(), Map.of());

    public Arguments {
        positional = List.copyOf(positional);
        keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
    }

    public static Arguments of(Value... positional) {
        return new Arguments(List.of(positional), Map.of());
    }

    public static Arguments keywords(Map<String, Value> keywords) {
        return new Arguments(List.of(), keywords);
    }

    public Arguments with(String keyword, Value value) {
        var extended = new LinkedHashMap<>(keywords);
        extended.put(keyword, value);
        return new Arguments(positional, extended);
    }

    public boolean isEmpty() {
        return positional.isEmpty() && keywords.isEmpty();
    }

    /** As Python source, without the parentheses: {@code True, timeout=2s}. */
    @Override
    public String toString() {
        return Stream.concat(
                        positional.stream().map(Value::toString),
                        keywords.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
