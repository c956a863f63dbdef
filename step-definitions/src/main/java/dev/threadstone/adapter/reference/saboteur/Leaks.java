package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.reference.Interpreter;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/** Who has been let into a lock without having acquired it. Used by attached threads of one interpreter with a GIL. */
final class Leaks {

    private static final int EVERY = 5;

    private final Interpreter interpreter;
    private final Map<Object, Integer> acquisitions = new WeakHashMap<>();
    private final Map<Entry, Integer> depths = new HashMap<>();

    private record Entry(Object lock, Object thread) {}

    Leaks(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Whether the caller is to get in, or a level deeper, without the lock. */
    boolean letsIn(Object lock) {
        var entry = entry(lock);
        var leaks = depths.containsKey(entry) || acquisitions.merge(lock, 1, Integer::sum) % EVERY == 0;
        if (leaks) {
            depths.merge(entry, 1, Integer::sum);
        }
        return leaks;
    }

    /** Whether the caller was inside without the lock. */
    boolean letsOut(Object lock) {
        var entry = entry(lock);
        var inside = depths.containsKey(entry);
        depths.computeIfPresent(entry, (same, depth) -> depth == 1 ? null : depth - 1);
        return inside;
    }

    private Entry entry(Object lock) {
        return new Entry(lock, interpreter.current());
    }
}
