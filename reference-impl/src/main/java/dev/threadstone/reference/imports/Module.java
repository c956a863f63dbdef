package dev.threadstone.reference.imports;

import dev.threadstone.reference.errors.AttributeError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A module: a name and what its body has defined so far.
 *
 * <p>Thread-safety: usable by any attached thread. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code types.ModuleType}.
 */
public final class Module {

    private final String name;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private volatile boolean initializing = true;

    Module(String name) {
        this.name = name;
    }

    /** Its {@code __name__}. */
    public String name() {
        return name;
    }

    /** Whether its body has defined this. */
    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /**
     * What its body has defined under this name.
     *
     * @throws AttributeError if that is nothing
     */
    public Object get(String attribute) {
        Object value = attributes.get(attribute);
        if (value == null) {
            throw new AttributeError((initializing ? "partially initialized " : "") + "module '" + name
                    + "' has no attribute '" + attribute + "'");
        }
        return value;
    }

    /** Defines something. */
    public void set(String attribute, Object value) {
        attributes.put(attribute, value);
    }

    /** Whether its body has not ended. */
    public boolean isInitializing() {
        return initializing;
    }

    void initialized() {
        initializing = false;
    }

    @Override
    public String toString() {
        return "<module '" + name + "'>";
    }
}
