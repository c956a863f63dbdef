package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.asyncio.CoroutineBody.Progress;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import org.jspecify.annotations.Nullable;

/**
 * Python's coroutine object: what calling an {@code async def} function returns. It runs when it is awaited, or when a
 * {@link Task} drives it; once.
 *
 * <p>Thread-safety: used by the thread of one event loop at a time.
 *
 * <p>Source: Python language reference, "Coroutine Objects".
 */
public final class Coroutine implements Awaitable {

    private final String name;
    private final CoroutineBody body;
    private @Nullable Coroutine inner;
    private boolean begun;

    /** A coroutine that has not begun. */
    public Coroutine(String name, CoroutineBody body) {
        this.name = name;
        this.body = body;
    }

    /**
     * Refuses to run a second time.
     *
     * @throws RuntimeError if it has begun before
     */
    void begin() {
        if (begun) {
            throw new RuntimeError("cannot reuse already awaited coroutine");
        }
        begun = true;
    }

    /** Runs on, coroutines that it awaits included, until it waits for a future, gives way or has returned. */
    Progress advance(@Nullable Object value, @Nullable PythonException raised) {
        Object sent = value;
        PythonException thrown = raised;
        while (true) {
            Progress progress;
            Coroutine awaited = inner;
            try {
                progress = awaited == null ? body.resume(sent, thrown) : awaited.advance(sent, thrown);
            } catch (RuntimeException failed) {
                if (awaited == null) {
                    throw failed;
                }
                inner = null;
                sent = null;
                thrown = PythonException.from(failed);
                continue;
            }
            if (awaited != null && progress instanceof Progress.Returned returned) {
                inner = null;
                sent = returned.value();
                thrown = null;
            } else if (awaited == null
                    && progress instanceof Progress.Awaits awaits
                    && awaits.awaitable() instanceof Coroutine next) {
                next.begin();
                inner = next;
                sent = null;
                thrown = null;
            } else {
                return progress;
            }
        }
    }

    @Override
    public String toString() {
        return "<coroutine object " + name + ">";
    }
}
