package dev.threadstone.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How binding a requirement is, most binding first. */
public enum Level {
    /** Documented behaviour that every conforming runtime shows; a failure fails the run. */
    MUST,
    /** Follows from the documentation without being spelled out; a failure is a warning. */
    SHOULD,
    /** Freedom left to implementations: every permitted outcome passes. */
    MAY,
    /** What CPython does and nobody promised; recorded and scored apart. */
    DETAIL;

    /** As the catalogue spells it: {@code must}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> of(String label) {
        return Arrays.stream(values())
                .filter(level -> level.label().equals(label))
                .findFirst();
    }
}
