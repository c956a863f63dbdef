package dev.threadstone.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function with a {@code __name__}. */
record NamedCallable(String name, PyCallable function) implements PyCallable {

    @Override
    public @Nullable Object call(
            List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
        return function.call(args, kwargs);
    }

    @Override
    public boolean truth() {
        return function.truth();
    }
}
