package dev.threadstone.adapter.jvm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A class that the scenario defined.
 *
 * @param base the registered type that it derives from
 * @param overrides its methods
 * @param attributes its class attributes
 * @param slots attributes that its objects keep outside of their {@code __dict__}
 */
record UserClass(
        String name,
        TypeOperations<?> base,
        Map<String, PythonCallable> overrides,
        Map<String, Object> attributes,
        Set<String> slots) {

    private static final String SLOTS = "__slots__";

    UserClass {
        overrides = Map.copyOf(overrides);
        attributes = Map.copyOf(attributes);
        slots = Set.copyOf(slots);
    }

    /** A class whose body defines these names. */
    static UserClass of(String name, TypeOperations<?> base, Map<String, ?> members) {
        var methods = new HashMap<String, PythonCallable>();
        var attributes = new HashMap<String, Object>();
        var slots = new HashSet<String>();
        members.forEach((member, value) -> {
            if (value instanceof PythonCallable method) {
                methods.put(member, method);
            } else if (member.equals(SLOTS) && value instanceof Iterable<?> names) {
                names.forEach(slot -> slots.add(String.valueOf(slot)));
            } else {
                attributes.put(member, value);
            }
        });
        return new UserClass(name, base, methods, attributes, slots);
    }
}
