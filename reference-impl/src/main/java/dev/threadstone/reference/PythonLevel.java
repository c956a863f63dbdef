package dev.threadstone.reference;

/**
 * A version of the language and its library, as far as behaviour depends on it.
 *
 * @param major 3
 * @param minor 8 to 15
 */
public record PythonLevel(int major, int minor) {

    /** The level of an interpreter whose options do not say another one. */
    public static final PythonLevel DEFAULT = new PythonLevel(3, 14);

    private static final int OLDEST = 8;
    private static final int NEWEST = 15;

    /** Refuses levels that this runtime does not model. */
    public PythonLevel {
        if (major != 3 || minor < OLDEST || minor > NEWEST) {
            throw new IllegalArgumentException("Python level " + major + "." + minor + " is not modelled: expected 3."
                    + OLDEST + " to 3." + NEWEST + ".");
        }
    }

    /** Parses {@code 3.14}. */
    public static PythonLevel parse(String text) {
        if (!text.matches("\\d{1,2}\\.\\d{1,2}")) {
            throw new IllegalArgumentException("'" + text + "' is no Python level: expected one like 3.14.");
        }
        int dot = text.indexOf('.');
        return new PythonLevel(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /** Whether behaviour new in this minor version of Python 3 is there. */
    public boolean atLeast(int minorVersion) {
        return minor >= minorVersion;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
