package dev.threadstone.spi;

import java.util.Comparator;
import java.util.regex.Pattern;

/** A minor version of the Python language, {@code 3.13}. */
public record PythonVersion(int major, int minor) implements Comparable<PythonVersion> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /**
     * Reads a version such as {@code 3.13}.
     *
     * @throws IllegalArgumentException if the text is not two numbers with a dot between
     */
    public static PythonVersion parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no Python version; expected one such as 3.13");
        }
        return new PythonVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public boolean isAtLeast(PythonVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(PythonVersion other) {
        return Comparator.comparingInt(PythonVersion::major)
                .thenComparingInt(PythonVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
