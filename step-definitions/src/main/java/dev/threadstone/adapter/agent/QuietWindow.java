package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Set;

/** The fallback where threads cannot be looked at: at rest is who has said nothing for a while. */
final class QuietWindow implements BlockedProbe {

    private final Selector selector;
    private final long millis;

    QuietWindow(Selector selector, Duration window) {
        this.selector = selector;
        this.millis = Math.max(1, window.toMillis());
    }

    @Override
    public boolean atRest(Set<String> busy) {
        try {
            return selector.select(millis) == 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Evidence evidence() {
        return Evidence.QUIET;
    }

    @Override
    public void close() {}
}
