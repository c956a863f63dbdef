package dev.threadstone.expectations;

import dev.threadstone.spi.Description;
import dev.threadstone.spi.PythonVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When a known deviation applies: comparisons separated by spaces, all of which must hold, such as
 * {@code python>=3.9 python<3.13 build=gil os=linux version=3.12.1}.
 */
record Condition(List<Comparison> comparisons) {

    static final Condition ALWAYS = new Condition(List.of());

    private static final Pattern COMPARISON = Pattern.compile("(python|version|build|os)(>=|<=|<|>|=)(\\S+)");

    /** One comparison; only {@code python} has an order. */
    record Comparison(String subject, String operator, String value) {

        boolean holds(Description runtime) {
            return switch (subject) {
                case "python" -> compared(runtime.python().compareTo(PythonVersion.parse(value)));
                case "version" -> runtime.version().equals(value);
                case "build" -> label(runtime.build()).equals(value);
                default -> runtime.os().equals(value);
            };
        }

        private boolean compared(int order) {
            return switch (operator) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case "<" -> order < 0;
                case ">" -> order > 0;
                default -> order == 0;
            };
        }

        private static String label(Description.Build build) {
            return build.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String toString() {
            return subject + operator + value;
        }
    }

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException if a comparison is malformed; the message says which and what is allowed
     */
    static Condition parse(String text) {
        return new Condition(Arrays.stream(text.strip().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .map(Condition::comparison)
                .toList());
    }

    private static Comparison comparison(String text) {
        var matcher = COMPARISON.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no condition; expected comparisons such as"
                    + " python>=3.9, version=3.12.1, build=gil or os=linux");
        }
        var comparison = new Comparison(matcher.group(1), matcher.group(2), matcher.group(3));
        if (comparison.subject.equals("python")) {
            PythonVersion.parse(comparison.value);
        } else if (!comparison.operator.equals("=")) {
            throw new IllegalArgumentException(
                    "'" + text + "': only python has an order; write " + comparison.subject + "=" + comparison.value);
        }
        return comparison;
    }

    boolean holds(Description runtime) {
        return comparisons.stream().allMatch(comparison -> comparison.holds(runtime));
    }

    @Override
    public String toString() {
        return String.join(" ", comparisons.stream().map(Comparison::toString).toList());
    }
}
