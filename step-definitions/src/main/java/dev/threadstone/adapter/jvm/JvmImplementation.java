package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Description;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * An implementation whose runtimes live in this JVM. A provider needs little more than
 *
 * <pre>{@code
 * return new JvmImplementation(description, settings, scale, () -> new MyRuntime());
 * }</pre>
 */
public final class JvmImplementation implements Implementation {

    private final Description description;
    private final Settings settings;
    private final TimeScale scale;
    private final Supplier<? extends JvmRuntime> runtimes;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    /**
     * @param scale how long a second of the scenario is on the runtimes' clock
     * @param runtimes makes one fresh runtime for each session; called by several threads
     */
    public JvmImplementation(
            Description description, Settings settings, TimeScale scale, Supplier<? extends JvmRuntime> runtimes) {
        this.description = description;
        this.settings = settings;
        this.scale = scale;
        this.runtimes = runtimes;
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public Session open(int stretch) {
        var session = new JvmSession(
                runtimes.get(),
                scale.stretched(stretch),
                settings.scaledHangBudget(),
                description.python(),
                open::remove);
        open.add(session);
        return session.started();
    }

    @Override
    public void close() {
        Set.copyOf(open).forEach(Session::close);
    }
}
