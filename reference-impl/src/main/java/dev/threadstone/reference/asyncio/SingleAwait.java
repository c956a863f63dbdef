package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.errors.PythonException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A coroutine that does something, awaits the result and makes what it returns of what that gave. */
final class SingleAwait implements CoroutineBody {

    private final Supplier<Progress> beginning;
    private final Function<@Nullable Object, @Nullable Object> end;
    private boolean begun;

    private SingleAwait(Supplier<Progress> beginning, Function<@Nullable Object, @Nullable Object> end) {
        this.beginning = beginning;
        this.end = end;
    }

    static SingleAwait of(Supplier<Progress> beginning, Function<@Nullable Object, @Nullable Object> end) {
        return new SingleAwait(beginning, end);
    }

    @Override
    public Progress resume(@Nullable Object value, @Nullable PythonException raised) {
        if (!begun) {
            begun = true;
            return beginning.get();
        }
        if (raised != null) {
            throw raised;
        }
        return new Progress.Returned(end.apply(value));
    }
}
