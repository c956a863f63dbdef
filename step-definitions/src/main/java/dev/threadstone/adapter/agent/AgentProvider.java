package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Any Python executable, by the agent that comes with Threadstone. */
public final class AgentProvider implements ImplementationProvider {

    private static final String COMMAND = "command";
    private static final String SECOND = "second";
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(ms|s)");
    private static final Duration DEFAULT_SECOND = Duration.ofMillis(20);

    @Override
    public String name() {
        return "agent";
    }

    @Override
    public String summary() {
        return "a Python executable: -o command=python3; -o second=20ms is the length of a scenario second";
    }

    @Override
    public Implementation open(Settings settings) {
        return AgentImplementation.open(launch(settings, Traffic.IGNORED));
    }

    static Launch launch(Settings settings, Traffic traffic) {
        var options = settings.options();
        var unknown = options.keySet().stream()
                .filter(option -> !Set.of(COMMAND, SECOND).contains(option))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidSettingsException(
                    "The agent knows no option " + String.join(", ", unknown) + "; it has command and second.");
        }
        return new Launch(
                command(options.getOrDefault(COMMAND, "")),
                new TimeScale(second(options.get(SECOND))),
                settings.scaledHangBudget(),
                settings.scaledQuietWindow(),
                settings.freshProcesses(),
                traffic);
    }

    /** A file of that name is one word, whatever is in its name. */
    private static List<String> command(String text) {
        if (text.isBlank()) {
            throw new InvalidSettingsException("The agent needs -o command=..., the Python executable to judge.");
        }
        return Files.exists(Path.of(text))
                ? List.of(text)
                : List.of(text.strip().split("\\s+"));
    }

    private static Duration second(@Nullable String text) {
        if (text == null) {
            return DEFAULT_SECOND;
        }
        var matcher = LENGTH.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw new InvalidSettingsException(
                    "second=" + text + " is no length of time; expected milliseconds or seconds such as 20ms or 1s.");
        }
        int count = Integer.parseInt(matcher.group(1));
        return matcher.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    }
}
