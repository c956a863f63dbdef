package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.threading.ConditionLock;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.RLock;
import dev.threadstone.reference.threading.Timeout;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;

/**
 * {@code threadstone.CustomLock}: a lock of the scenario's own around a {@code Lock} or {@code RLock}. It has what every lock
 * has, and none of the hooks that a condition may use.
 */
final class CustomLock implements ConditionLock {

    private final BiPredicate<Boolean, Timeout> acquire;
    private final Runnable release;
    private final BooleanSupplier locked;

    private CustomLock(BiPredicate<Boolean, Timeout> acquire, Runnable release, BooleanSupplier locked) {
        this.acquire = acquire;
        this.release = release;
        this.locked = locked;
    }

    static void register(OperationTable table) {
        table.on("threadstone.CustomLock", CustomLock.class)
                .constructor("lock", args -> around(args.get("lock")))
                .op(
                        "acquire",
                        LockOperations.ACQUIRE,
                        (lock, args) ->
                                lock.acquire(args.isTrue("blocking"), Timeout.ofSeconds(args.number("timeout"))))
                .action("release", "", (lock, args) -> lock.release())
                .op("locked", "", (lock, args) -> lock.locked())
                .op("__enter__", "", (lock, args) -> lock.acquire(true, Timeout.UNLIMITED))
                .action("__exit__", "*error", (lock, args) -> lock.release());
    }

    private static CustomLock around(Object lock) {
        if (lock instanceof Lock plain) {
            return new CustomLock(plain::acquire, plain::release, plain::locked);
        }
        if (lock instanceof RLock reentrant) {
            return new CustomLock(reentrant::acquire, reentrant::release, reentrant::locked);
        }
        throw PythonException.typeError("a custom lock needs a Lock or an RLock, not " + lock);
    }

    @Override
    public boolean acquire(boolean blocking, Timeout timeout) {
        return acquire.test(blocking, timeout);
    }

    @Override
    public void release() {
        release.run();
    }

    @Override
    public boolean locked() {
        return locked.getAsBoolean();
    }
}
