package dev.threadstone.reference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code sys.modules}: the modules that one interpreter has imported, each with its attributes. Another interpreter of the
 * process has others of the same names.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code sys.modules}; C API reference, "Sub-interpreter support".
 */
public final class Modules {

    private final Map<String, Map<String, Object>> imported = new ConcurrentHashMap<>();

    Modules() {}

    /** Imports a module, unless that has been done: its attributes, which may be changed. */
    public Map<String, Object> importModule(String name) {
        return imported.computeIfAbsent(name, fresh -> new ConcurrentHashMap<>());
    }

    /** Whether it has been imported. */
    public boolean has(String name) {
        return imported.containsKey(name);
    }
}
