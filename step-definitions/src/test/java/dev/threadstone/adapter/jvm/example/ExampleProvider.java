package dev.threadstone.adapter.jvm.example;

import dev.threadstone.adapter.jvm.JvmImplementation;
import dev.threadstone.adapter.jvm.TimeScale;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Trait;
import java.time.Duration;
import java.util.Set;

/** Provides {@code example}. */
public final class ExampleProvider implements ImplementationProvider {

    @Override
    public String name() {
        return "example";
    }

    @Override
    public String summary() {
        return "java.util.concurrent under Python's names";
    }

    @Override
    public Implementation open(Settings settings) {
        var description = new Description(
                name(),
                "1",
                new PythonVersion(3, 14),
                Description.Build.FREE_THREADED,
                "linux",
                Set.of(Trait.PROCESS_EXIT));
        return new JvmImplementation(
                description, settings, new TimeScale(Duration.ofMillis(50)), schedule -> new ExampleRuntime());
    }
}
