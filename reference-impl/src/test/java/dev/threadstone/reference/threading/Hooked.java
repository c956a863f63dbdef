package dev.threadstone.reference.threading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lock of a program's own with the optional hooks; it records that they are called. */
record Hooked(RLock wrapped, List<String> calls) implements ConditionLock {

    @Override
    public boolean acquire(boolean blocking, Timeout timeout) {
        return wrapped.acquire(blocking, timeout);
    }

    @Override
    public void release() {
        wrapped.release();
    }

    @Override
    public boolean locked() {
        return wrapped.locked();
    }

    @Override
    public boolean isOwned() {
        calls.add("owned");
        return wrapped.isOwned();
    }

    @Override
    public Object releaseSave() {
        calls.add("save");
        wrapped.release();
        return "token";
    }

    @Override
    public void acquireRestore(@Nullable Object saved) {
        calls.add("restore " + saved);
        wrapped.acquire();
    }
}
