package dev.threadstone.world;

import dev.threadstone.spi.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of many schedules: how often each thing ended with which value, and what the actors returned. */
public final class Outcomes {

    /** Of no schedule at all. */
    public static final Outcomes NONE = new Outcomes();

    private final Map<String, Map<Value, Integer>> values = new LinkedHashMap<>();
    private final Map<Value, Integer> results = new LinkedHashMap<>();

    Outcomes() {}

    /** How often a named thing ended with which value; empty if that is nothing that could be read. */
    public Map<Value, Integer> of(String name) {
        return values.getOrDefault(name, Map.of());
    }

    /** How often the actors, in the order of the step, returned which tuple of values. */
    public Map<Value, Integer> results() {
        return results;
    }

    void count(String name, Value value) {
        values.computeIfAbsent(name, unseen -> new LinkedHashMap<>()).merge(value, 1, Integer::sum);
    }

    void countResults(List<Value> returned) {
        results.merge(new Value.TupleOf(returned), 1, Integer::sum);
    }

    @Override
    public String toString() {
        return "returned: " + results + (values.isEmpty() ? "" : ", " + values);
    }
}
