package dev.threadstone.spi;

import java.util.Set;

/**
 * What a runtime says of itself.
 *
 * @param name lower-case name, such as "pypy"
 * @param version its own version: {@code 3.13.0}
 * @param python the language level that it claims
 * @param build with the global interpreter lock or without
 * @param os the operating system: {@code linux}
 * @param traits what it does not lack
 */
public record Description(
        String name, String version, PythonVersion python, Build build, String os, Set<Trait> traits) {

    public Description {
        traits = Set.copyOf(traits);
    }

    /** Which of the two kinds of interpreter this is. */
    public enum Build {
        GIL,
        FREE_THREADED
    }
}
