package dev.threadstone.reference.signals;

import dev.threadstone.reference.PyCallable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the place of a handler where none is installed. Calling it does nothing. */
public enum Disposition implements PyCallable {
    /** {@code signal.SIG_DFL}: what the operating system does. */
    SIG_DFL,
    /** {@code signal.SIG_IGN}: nothing. */
    SIG_IGN;

    @Override
    public @Nullable Object call(
            List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
        return null;
    }
}
