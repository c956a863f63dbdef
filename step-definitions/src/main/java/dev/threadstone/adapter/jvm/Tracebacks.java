package dev.threadstone.adapter.jvm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The callbacks that each exception has come through, outermost first. Thread-safe. */
final class Tracebacks {

    private final Map<Throwable, Deque<String>> frames = Collections.synchronizedMap(new WeakHashMap<>());

    /** An exception leaves a callback. */
    void passes(Throwable error, String callback) {
        var known = frames.computeIfAbsent(CheckedFailure.unwrapped(error), fresh -> new ArrayDeque<>());
        synchronized (known) {
            known.push(callback);
        }
    }

    List<Object> of(Throwable error) {
        var known = frames.getOrDefault(CheckedFailure.unwrapped(error), new ArrayDeque<>());
        synchronized (known) {
            return new ArrayList<>(known);
        }
    }
}
