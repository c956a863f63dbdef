package dev.threadstone.reference.gil;

import org.jspecify.annotations.Nullable;

/**
 * A place for something that a module keeps for each thread of an interpreter, such as its current context. What is kept
 * goes with the thread state.
 *
 * <p>Thread-safety: immutable; what is kept for a thread is touched by that thread only.
 *
 * @param <T> what is kept
 */
public final class ThreadSlot<T> {

    /** What is kept for this thread, or null. Called by the thread itself. */
    @SuppressWarnings("unchecked") // only set() puts something under this slot
    public @Nullable T get(ThreadState thread) {
        return (T) thread.slots().get(this);
    }

    /** Keeps something for this thread; null: nothing any more. Called by the thread itself. */
    public void set(ThreadState thread, @Nullable T value) {
        if (value == null) {
            thread.slots().remove(this);
        } else {
            thread.slots().put(this, value);
        }
    }
}
