package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.asyncio.CoroutineBody.Progress;
import dev.threadstone.reference.errors.PythonException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code asyncio.Queue} without a bound: coroutines of one loop hand items to each other.
 *
 * <p>Thread-safety: none; used by the thread of one event loop.
 *
 * <p>Source: Python library reference, {@code asyncio.Queue}.
 */
public final class Queue {

    private final Asyncio asyncio;
    private final List<@Nullable Object> items = new ArrayList<>();
    private final ArrayDeque<Future> getters = new ArrayDeque<>();

    /** An empty queue. */
    public Queue(Asyncio asyncio) {
        this.asyncio = asyncio;
    }

    /** {@code put_nowait(item)}. */
    public void put(@Nullable Object item) {
        items.add(item);
        Future getter = getters.poll();
        while (getter != null && getter.done()) {
            getter = getters.poll();
        }
        if (getter != null) {
            getter.setResult(null);
        }
    }

    /** {@code get()}: a coroutine that takes the oldest item, once there is one. */
    public Coroutine get() {
        return new Coroutine("get", this::proceed);
    }

    private Progress proceed(@Nullable Object value, @Nullable PythonException raised) {
        if (raised != null) {
            throw raised;
        }
        if (!items.isEmpty()) {
            return new Progress.Returned(items.remove(0));
        }
        Future getter = asyncio.runningLoop().createFuture();
        getters.add(getter);
        return new Progress.Awaits(getter);
    }
}
