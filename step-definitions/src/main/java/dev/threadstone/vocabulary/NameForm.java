package dev.threadstone.vocabulary;

import dev.threadstone.spi.Value;
import java.util.regex.Pattern;

/**
 * The form of a generated name: {@code Thread-N (job)}, where N is any decimal number.
 *
 * @param source as it stands in the feature
 */
public record NameForm(String source) {

    static final String PATTERN = "[A-Z][a-z]+-N(?: \\([a-z_]+\\))?";

    /** Whether a value is a text of this form. */
    public boolean admits(Value value) {
        var parts = source.split("N", 2);
        return value instanceof Value.Text text
                && text.value().matches(Pattern.quote(parts[0]) + "\\d+" + Pattern.quote(parts[1]));
    }

    @Override
    public String toString() {
        return source;
    }
}
