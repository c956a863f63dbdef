package dev.threadstone.vocabulary;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Value;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a call may wait: for ever, not at all, or so long.
 *
 * @param waits false for {@code without blocking}
 * @param timeout null for no limit
 */
public record Blocking(boolean waits, @Nullable Duration timeout) {

    private static final String TIMEOUT = " with timeout ";

    static Blocking parse(String source) {
        return source.startsWith(TIMEOUT)
                ? new Blocking(true, Literals.duration(source.substring(TIMEOUT.length())))
                : new Blocking(source.isEmpty(), null);
    }

    /** As the arguments of {@code acquire}. */
    public Arguments ofAcquire() {
        return waits ? ofTimeout() : Arguments.keywords(Map.of("blocking", Value.FALSE));
    }

    /** As the arguments of a queue's {@code put} and {@code get}. */
    public Arguments ofQueue() {
        return waits ? ofTimeout() : Arguments.keywords(Map.of("block", Value.FALSE));
    }

    /** As the arguments of {@code wait} and {@code join}, for which not to block is a timeout of 0. */
    public Arguments ofWait() {
        return waits ? ofTimeout() : Arguments.keywords(Map.of("timeout", Value.of(0)));
    }

    private Arguments ofTimeout() {
        return timeout == null ? Arguments.NONE : Arguments.keywords(Map.of("timeout", Value.of(timeout)));
    }
}
