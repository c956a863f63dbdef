package dev.threadstone.reference.bytecode;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Platform;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A variable that several threads use, such as a global one of a module. Loading its value is one step, and storing it is
 * another; what lies between them belongs to nobody.
 *
 * <p>Thread-safety: used by attached threads. What was stored is visible to whoever loads it later.
 *
 * <p>Source: Python library reference, {@code dis}: {@code LOAD_GLOBAL}, {@code STORE_GLOBAL}.
 */
public final class Variable {

    private final Platform platform;
    private final ConcurrentLinkedQueue<ThreadState> watchers = new ConcurrentLinkedQueue<>();
    private final AtomicLong stores = new AtomicLong();
    private volatile @Nullable Object value;

    /** A variable with a value. */
    public Variable(Platform platform, @Nullable Object value) {
        this.platform = platform;
        this.value = value;
    }

    /** One step: gives the value. Never blocks. */
    public @Nullable Object load() {
        platform.point(this, Operation.READ);
        return value;
    }

    /** One step: replaces the value. Never blocks. */
    public void store(@Nullable Object stored) {
        platform.point(this, Operation.WRITE);
        value = stored;
        stores.incrementAndGet();
        watchers.forEach(watcher -> platform.unpark(watcher.platformThread()));
    }

    /** From now on this thread looks again and again. */
    void watch(ThreadState thread) {
        watchers.add(thread);
    }

    /** How often it has been stored. */
    long stores() {
        return stores.get();
    }

    void leave(ThreadState thread) {
        watchers.remove(thread);
    }
}
