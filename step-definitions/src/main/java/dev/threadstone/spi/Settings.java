package dev.threadstone.spi;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of one run that reach an implementation.
 *
 * @param seed chooses among schedules where the implementation can choose
 * @param timeFactor widens the hang budget and the quiet window on slow machines; 1 by default
 * @param hangBudget how long a session on a real clock may take to come to rest before it counts as hung
 * @param quietWindow how long nothing must come before a thread counts as blocked, where nothing better is known
 * @param parallelism how many sessions are open at once
 * @param freshProcesses whether every session gets a process of its own, where it would otherwise be forked
 * @param options what the user passed with {@code -o name=value}, for the implementation alone
 */
public record Settings(
        long seed,
        double timeFactor,
        Duration hangBudget,
        Duration quietWindow,
        int parallelism,
        boolean freshProcesses,
        Map<String, String> options) {

    public static final Settings DEFAULTS =
            new Settings(42, 1, Duration.ofSeconds(30), Duration.ofMillis(50), 1, false, Map.of());

    public Settings {
        options = Map.copyOf(options);
    }

    /** These settings with one more option. */
    public Settings withOption(String name, String value) {
        var extended = new TreeMap<>(options);
        extended.put(name, value);
        return new Settings(seed, timeFactor, hangBudget, quietWindow, parallelism, freshProcesses, extended);
    }

    public Settings withSeed(long newSeed) {
        return new Settings(newSeed, timeFactor, hangBudget, quietWindow, parallelism, freshProcesses, options);
    }

    public Settings withParallelism(int sessions) {
        return new Settings(seed, timeFactor, hangBudget, quietWindow, sessions, freshProcesses, options);
    }

    /** The hang budget after the time factor. */
    public Duration scaledHangBudget() {
        return scaled(hangBudget);
    }

    /** The quiet window after the time factor. */
    public Duration scaledQuietWindow() {
        return scaled(quietWindow);
    }

    private Duration scaled(Duration duration) {
        return Duration.ofNanos((long) (duration.toNanos() * timeFactor));
    }
}
