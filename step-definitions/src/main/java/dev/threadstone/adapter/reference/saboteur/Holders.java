package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.threading.Lock;
import java.util.Map;
import java.util.WeakHashMap;

/** Which thread acquired each lock last. Used by attached threads of one interpreter with a GIL. */
final class Holders {

    private final Interpreter interpreter;
    private final Map<Lock, ThreadState> holders = new WeakHashMap<>();

    Holders(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Watches all acquisitions and releases. */
    void track(TypeOperations<Lock> operations) {
        operations
                .wrap("acquire", (lock, args, original) -> acquired(lock, original.call(lock, args)))
                .wrap("__enter__", (lock, args, original) -> acquired(lock, original.call(lock, args)))
                .wrap("release", (lock, args, original) -> {
                    holders.remove(lock);
                    return original.call(lock, args);
                });
    }

    private Object acquired(Lock lock, Object result) {
        if (result.equals(true)) {
            holders.put(lock, interpreter.current());
        }
        return result;
    }

    /** Whether the caller acquired it last and nobody has released it since. */
    boolean isHolder(Lock lock) {
        return interpreter.current().equals(holders.get(lock));
    }

    /** Whether another thread acquired it last and nobody has released it since. */
    boolean isHeldByAnother(Lock lock) {
        return holders.containsKey(lock) && !isHolder(lock);
    }
}
