package dev.threadstone.render;

import dev.threadstone.results.RunFooter;
import dev.threadstone.results.RunHeader;
import dev.threadstone.results.ScenarioResult;
import dev.threadstone.spi.Description.Build;
import dev.threadstone.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Phrases that several reports share. */
final class RunText {

    private RunText() {}

    /** {@code cpython 3.13.0 (Python 3.13 with GIL, linux)}. */
    static String runtime(RunHeader header) {
        var runtime = header.implementation();
        return "%s %s (Python %s %s GIL, %s)"
                .formatted(
                        runtime.name(),
                        runtime.version(),
                        runtime.python(),
                        runtime.build() == Build.GIL ? "with" : "without",
                        runtime.os());
    }

    /** {@code 230 scenarios: 228 pass, 1 fail, 1 crash}; verdicts without scenarios are left out. */
    static String counts(RunFooter footer) {
        return "%d scenario%s: %s"
                .formatted(
                        footer.selected(),
                        footer.selected() == 1 ? "" : "s",
                        Arrays.stream(Verdict.values())
                                .filter(verdict -> footer.count(verdict) > 0)
                                .map(verdict -> footer.count(verdict) + " " + verdict.label())
                                .collect(Collectors.joining(", ")));
    }

    /** The command that runs this one scenario again. */
    static String again(RunHeader header, ScenarioResult result) {
        var options = new TreeMap<>(header.options())
                .entrySet().stream()
                        .map(option -> " -o " + quoted(option.getKey() + "=" + option.getValue()))
                        .collect(Collectors.joining());
        var seed = header.seed() == 42 ? "" : " --seed " + header.seed();
        return "./threadstone run -i " + quoted(header.selector()) + options + seed + " " + quoted(result.key());
    }

    /** {@code sync/lock.feature:12}. */
    static String location(ScenarioResult result, int line) {
        var feature = result.feature();
        return feature.substring(feature.lastIndexOf('/', feature.lastIndexOf('/') - 1) + 1) + ":" + line;
    }

    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).setScale(2, RoundingMode.HALF_UP) + " s";
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./=:@%+,-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
