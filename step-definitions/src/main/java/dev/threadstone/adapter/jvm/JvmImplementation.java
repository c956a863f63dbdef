package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Description;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * An implementation whose runtimes live in this JVM. A provider needs little more than
 *
 * <pre>{@code
 * return new JvmImplementation(description, settings, scale, schedule -> new MyRuntime());
 * }</pre>
 */
public final class JvmImplementation implements Implementation {

    private final Description description;
    private final Settings settings;
    private final TimeScale scale;
    private final IntFunction<? extends JvmRuntime> runtimes;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    /**
     * @param scale how long a second of the scenario is on the runtimes' clock
     * @param runtimes makes one fresh runtime for each session, given the number of the schedule that it is to follow
     *     where it can; called by several threads
     */
    public JvmImplementation(
            Description description, Settings settings, TimeScale scale, IntFunction<? extends JvmRuntime> runtimes) {
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
    public Session open(Opening opening) {
        var session = new JvmSession(
                runtimes.apply(opening.schedule()),
                scale.stretched(opening.stretch()),
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
