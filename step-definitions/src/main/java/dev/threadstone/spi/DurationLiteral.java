package dev.threadstone.spi;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of scenario time as features write them: {@code 250ms}, {@code 2s}, {@code 1h}. */
public final class DurationLiteral {

    /** Two groups: the number and the unit. */
    public static final Pattern PATTERN = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|h)\\b");

    private static final Pattern IN_SOURCE = Pattern.compile("'[^']*'|(?<![\\w.])" + PATTERN);

    private DurationLiteral() {}

    /**
     * The length of time that a literal stands for.
     *
     * @param matched a match of {@link #PATTERN}
     */
    public static Duration of(Matcher matched) {
        return of(matched.group(1), matched.group(2));
    }

    /** Python source with something else in the place of each duration; texts in quotes stay as they are. */
    static String replaced(String source, Function<Duration, String> replacement) {
        return IN_SOURCE
                .matcher(source)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null
                                ? found.group()
                                : replacement.apply(of(found.group(1), found.group(2)))));
    }

    private static Duration of(String number, String unit) {
        var nanosOfUnit = switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            default -> Duration.ofHours(1);
        };
        var nanos = new BigDecimal(number).multiply(BigDecimal.valueOf(nanosOfUnit.toNanos()));
        return Duration.ofNanos(nanos.longValueExact());
    }
}
