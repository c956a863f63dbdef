package dev.threadstone.reference;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an interpreter was built. */
public enum Build {
    /** One thread at a time runs Python code. */
    GIL,
    /** Threads run Python code at the same time; each operation on one object stays whole. */
    FREE_THREADED;

    /**
     * Whether an interpreter of this build that is started with these settings has the lock enabled.
     *
     * @param variable the environment variable {@code PYTHON_GIL}: "0", "1" or null
     * @param option the option {@code -X gil=}, which goes before the variable where both are possible
     * @return empty if it refuses to start
     */
    public Optional<Boolean> startsWithGil(@Nullable String variable, @Nullable String option) {
        if (this == GIL) {
            return "0".equals(variable) || "0".equals(option) ? Optional.empty() : Optional.of(true);
        }
        return Optional.of("1".equals(option == null ? variable : option));
    }
}
