package dev.threadstone.reference.threading;

import dev.threadstone.reference.PyCallable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A callable object whose truth value is false. */
record FalsyCallable(Runnable body) implements PyCallable {

    @Override
    public @Nullable Object call(
            List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
        body.run();
        return null;
    }

    @Override
    public boolean truth() {
        return false;
    }
}
