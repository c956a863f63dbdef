package dev.threadstone.adapter.jvm;

import java.util.Map;

/** A class that the scenario defined: a registered type with some methods overridden by callbacks. */
record UserClass(String name, TypeOperations<?> base, Map<String, PythonCallable> overrides) {

    UserClass {
        overrides = Map.copyOf(overrides);
    }
}
