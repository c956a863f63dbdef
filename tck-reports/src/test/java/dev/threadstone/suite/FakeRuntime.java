package dev.threadstone.suite;

import dev.threadstone.spi.Description;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Trait;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An implementation whose sessions are what a test makes of them. */
final class FakeRuntime implements Implementation {

    private final Description description;
    private final Supplier<Session> sessions;
    private final AtomicInteger opened = new AtomicInteger();

    FakeRuntime(String python, Supplier<Session> sessions) {
        this.description = new Description(
                "fake", "1", PythonVersion.parse(python), Description.Build.GIL, "linux", EnumSet.allOf(Trait.class));
        this.sessions = sessions;
    }

    /** One of which no session can be opened. */
    static FakeRuntime broken(Supplier<RuntimeException> error) {
        return new FakeRuntime("3.13", () -> {
            throw error.get();
        });
    }

    int opened() {
        return opened.get();
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public Session open(Opening opening) {
        opened.incrementAndGet();
        return sessions.get();
    }

    @Override
    public void close() {}
}
