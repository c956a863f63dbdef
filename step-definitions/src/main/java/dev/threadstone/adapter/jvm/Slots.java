package dev.threadstone.adapter.jvm;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** The values of slots, by object. Thread-safe. */
final class Slots {

    private final Map<Object, Map<String, Object>> values = Collections.synchronizedMap(new WeakHashMap<>());

    Optional<Object> get(Object target, String slot) {
        return Optional.ofNullable(values.getOrDefault(target, Map.of()).get(slot));
    }

    void set(Object target, String slot, Object value) {
        values.computeIfAbsent(target, fresh -> new ConcurrentHashMap<>()).put(slot, value);
    }
}
