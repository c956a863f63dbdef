package dev.threadstone.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The methods that a class overrides, and the tasks that take their place. */
public record Overrides(Map<String, String> methods) {

    public Overrides {
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
    }
}
