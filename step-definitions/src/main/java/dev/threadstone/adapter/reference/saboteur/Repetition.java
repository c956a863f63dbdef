package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import java.util.Map;
import java.util.WeakHashMap;

/** An operation that returns an earlier result once more, every so often. Used by attached threads with a GIL. */
final class Repetition {

    private static final int EVERY = 16;

    private final Map<Object, Object> latest = new WeakHashMap<>();
    private int calls;

    <T> Object call(T self, Args args, Operation.Body<T> original) throws Exception {
        var result = original.call(self, args);
        calls++;
        if (calls % EVERY == EVERY - 1) {
            latest.put(self, result);
        }
        return calls % EVERY == 0 ? latest.getOrDefault(self, result) : result;
    }
}
