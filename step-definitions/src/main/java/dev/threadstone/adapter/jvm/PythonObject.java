package dev.threadstone.adapter.jvm;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An object that is nothing but itself and takes any attribute: {@code threadstone.Object}. */
final class PythonObject {

    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    Optional<Object> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    void set(String attribute, Object value) {
        attributes.put(attribute, value);
    }
}
