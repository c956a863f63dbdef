package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.PythonVersion;
import dev.threadstone.spi.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The options that a user passed to an implementation with {@code -o name=value}. Every accessor throws
 * {@link InvalidSettingsException} for a value that makes no sense.
 */
public final class Options {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(us|ms|s)");

    private final Map<String, String> given;

    /**
     * @param implementation the name after {@code -i}, for messages
     * @param known the names of the options that there are
     * @throws InvalidSettingsException if the settings have another option
     */
    public Options(String implementation, Settings settings, Collection<String> known) {
        given = settings.options();
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                throw new InvalidSettingsException("The implementation " + implementation + " has no option " + name
                        + "; it has " + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** One of a few values; the first is the default. */
    public String oneOf(String name, String first, String... others) {
        var value = given.getOrDefault(name, first);
        var allowed = new TreeSet<>(Arrays.asList(others));
        allowed.add(first);
        if (!allowed.contains(value)) {
            throw new InvalidSettingsException(
                    "The option " + name + " is " + value + "; it can be " + String.join(", ", allowed) + ".");
        }
        return value;
    }

    /** A language level between two others, both included. */
    public PythonVersion python(PythonVersion fallback, PythonVersion lowest, PythonVersion highest) {
        var text = given.get("python");
        if (text == null) {
            return fallback;
        }
        var version = parsed(text);
        if (version.isEmpty() || !version.get().isAtLeast(lowest) || !highest.isAtLeast(version.get())) {
            throw new InvalidSettingsException(
                    "The option python is " + text + "; it must be a version from " + lowest + " to " + highest + ".");
        }
        return version.get();
    }

    private static Optional<PythonVersion> parsed(String text) {
        try {
            return Optional.of(PythonVersion.parse(text));
        } catch (IllegalArgumentException notAVersion) {
            return Optional.empty();
        }
    }

    /** A positive length of time, {@code 20ms}. */
    public Duration duration(String name, Duration fallback) {
        var text = given.get(name);
        if (text == null) {
            return fallback;
        }
        var matcher = DURATION.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new InvalidSettingsException("The option " + name + " is " + text
                    + "; it must be a positive length of time, such as 20ms or 1s.");
        }
        var number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> Duration.ofNanos(number * 1000);
            case "ms" -> Duration.ofMillis(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
