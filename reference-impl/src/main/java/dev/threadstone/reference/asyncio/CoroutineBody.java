package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.errors.PythonException;
import org.jspecify.annotations.Nullable;

/**
 * The code of a coroutine, cut at its awaits: each call runs on to the next one. Java's null is {@code None}.
 *
 * <p>Thread-safety: called by the thread of the event loop that runs the coroutine.
 */
@FunctionalInterface
public interface CoroutineBody {

    /**
     * Runs on to the next await, or to the end.
     *
     * @param value what the last await gave; null at the beginning
     * @param raised what the last await raised, or null
     * @throws PythonException to raise a Python exception; the coroutine has ended then
     */
    Progress resume(@Nullable Object value, @Nullable PythonException raised);

    /** How far a coroutine has come. */
    sealed interface Progress {

        /** It gives way to whoever else wants to run, once. */
        Progress GIVES_WAY = new GivesWay();

        /** It has returned {@code None}. */
        Progress RETURNED = new Returned(null);

        /** It awaits something. */
        record Awaits(Awaitable awaitable) implements Progress {}

        /** As {@link #GIVES_WAY}. */
        record GivesWay() implements Progress {}

        /** It has returned. */
        record Returned(@Nullable Object value) implements Progress {}
    }
}
