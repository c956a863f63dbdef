package dev.threadstone.reference.threading;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link Condition} needs of its lock. {@link Lock} and {@link RLock} have it; a program may supply a lock of its own.
 * The first three methods are what Python asks of any lock, the last three are optional, as {@code _is_owned},
 * {@code _release_save} and {@code _acquire_restore} are in Python.
 *
 * <p>Thread-safety: called by attached threads; an implementation that is made of other locks needs nothing more.
 *
 * <p>Source: CPython, {@code Lib/threading.py}, {@code Condition}.
 */
public interface ConditionLock {

    /**
     * Acquires it, waiting as long as the arguments allow.
     *
     * @return whether the caller has it now
     */
    boolean acquire(boolean blocking, Timeout timeout);

    /** Releases it; raises what it raises if it is not held. */
    void release();

    /** Whether anybody holds it. */
    boolean locked();

    /** Whether the caller may wait and notify. By default: whether the lock cannot be acquired, whoever holds it. */
    default boolean isOwned() {
        boolean free = acquire(false, Timeout.UNLIMITED);
        if (free) {
            release();
        }
        return !free;
    }

    /**
     * Releases it completely.
     *
     * @return what {@link #acquireRestore} needs
     */
    default @Nullable Object releaseSave() {
        release();
        return null;
    }

    /** Blocks until the caller holds it as before {@link #releaseSave}. */
    default void acquireRestore(@Nullable Object saved) {
        acquire(true, Timeout.UNLIMITED);
    }
}
