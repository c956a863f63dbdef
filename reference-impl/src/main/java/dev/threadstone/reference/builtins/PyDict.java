package dev.threadstone.reference.builtins;

import dev.threadstone.reference.Interpreter;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code dict} with keys of built-in types. Each method is one step. Java's own views show a copy;
 * {@link #iterateLive} is Python's iteration.
 *
 * <p>Thread-safety: used by attached threads of its interpreter.
 *
 * <p>Source: Python library reference, "Mapping Types", and the FAQ, "What kinds of global value mutation are
 * thread-safe?".
 */
public final class PyDict extends AbstractMap<Object, Object> {

    private final Steps steps;
    private final Map<Object, Object> entries;

    /** A dict with these entries. */
    public PyDict(Interpreter interpreter, Map<?, ?> entries) {
        this.steps = new Steps(interpreter);
        this.entries = new LinkedHashMap<>(entries);
    }

    @Override
    public @Nullable Object get(Object key) {
        return steps.read(this, () -> entries.get(key));
    }

    @Override
    public int size() {
        return steps.read(this, entries::size);
    }

    @Override
    public boolean containsKey(Object key) {
        return steps.read(this, () -> entries.containsKey(key));
    }

    /** {@code dict[key] = value}. */
    @Override
    public @Nullable Object put(Object key, Object value) {
        return steps.write(this, () -> entries.put(key, value));
    }

    /** {@code dict.update(other)}. */
    @Override
    public void putAll(Map<?, ?> others) {
        steps.write(this, () -> {
            entries.putAll(others);
            return true;
        });
    }

    /** {@code dict.setdefault(key, value)}: the value that the key has afterwards. */
    public Object setDefault(Object key, Object value) {
        return steps.write(this, () -> {
            Object known = entries.putIfAbsent(key, value);
            return known == null ? value : known;
        });
    }

    /** What {@code dict.pop(key)} does: the value that the key had, or null. */
    @Override
    public @Nullable Object remove(Object key) {
        return steps.write(this, () -> entries.remove(key));
    }

    /** {@code dict.copy()}, as a Java map. */
    public Map<Object, Object> copy() {
        return steps.read(this, () -> new LinkedHashMap<>(entries));
    }

    /** {@code iter(dict)}: its keys. It fails once the number of entries has changed. */
    public PyIterator<Object> iterateLive() {
        return steps.read(this, () -> new SizedIterator<>(steps, this, "dictionary", entries.keySet(), entries::size));
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return copy().entrySet();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // two dicts are two shared objects, whatever is in them
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
