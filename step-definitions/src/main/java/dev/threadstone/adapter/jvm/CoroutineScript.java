package dev.threadstone.adapter.jvm;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a coroutine of the scenario does, cut at its awaits. A runtime that has event loops makes a coroutine object of its
 * own of it ({@link JvmRuntime#coroutine}) and calls it whenever the coroutine is to run on.
 */
public interface CoroutineScript {

    /**
     * Runs on to the next await, or to the end. Called by the thread of the event loop, one call at a time.
     *
     * @param value what the last await gave; {@link PythonNone#NONE} at the beginning
     * @param raised what the last await raised, or null
     * @throws RuntimeException what the coroutine raised, as {@link ErrorMapping#create} made it; it has ended then
     */
    Progress resume(Object value, @Nullable RuntimeException raised);

    /** How far it has come. */
    sealed interface Progress {

        /** It awaits an object of the runtime. */
        record Awaits(Object awaitable) implements Progress {}

        /**
         * It waits for the scenario, without keeping its loop from running.
         *
         * @param whenTheyCome takes what the scenario's thread is to call as soon as there is something to do
         */
        record AwaitsRequests(Consumer<Runnable> whenTheyCome) implements Progress {}

        /** It has returned. */
        record Returned(Object value) implements Progress {}
    }
}
