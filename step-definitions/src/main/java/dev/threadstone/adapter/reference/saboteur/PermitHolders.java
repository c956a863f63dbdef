package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Semaphore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Who has taken permits and not given them back. Used by attached threads of one interpreter with a GIL. */
final class PermitHolders {

    private final Interpreter interpreter;
    private final Map<Object, List<Object>> holders = new WeakHashMap<>();

    PermitHolders(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Watches all acquisitions and releases. */
    void track(TypeOperations<Semaphore> type) {
        type.wrap("acquire", (self, args, original) -> {
                    var result = original.call(self, args);
                    if (result.equals(true)) {
                        of(self).add(interpreter.current());
                    }
                    return result;
                })
                .wrap("__enter__", (self, args, original) -> {
                    of(self).add(interpreter.current());
                    return original.call(self, args);
                })
                .wrap("release", (self, args, original) -> {
                    var result = original.call(self, args);
                    if (!of(self).remove(interpreter.current()) && !of(self).isEmpty()) {
                        of(self).remove(0);
                    }
                    return result;
                });
    }

    /** How many permits are taken. */
    int count(Semaphore semaphore) {
        return of(semaphore).size();
    }

    /** Whether the caller has taken one. */
    boolean hasCaller(Semaphore semaphore) {
        return of(semaphore).contains(interpreter.current());
    }

    private List<Object> of(Semaphore semaphore) {
        return holders.computeIfAbsent(semaphore, same -> new ArrayList<>());
    }
}
