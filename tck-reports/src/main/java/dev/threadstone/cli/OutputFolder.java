package dev.threadstone.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where results go when nobody says. */
final class OutputFolder {

    /** Set by the launcher script: the root of the repository. */
    private static final String HOME = "threadstone.home";

    private OutputFolder() {}

    /** The folder that the user named, or the one of the implementation. */
    static Path of(@Nullable Path named, String selector) {
        return named == null ? base("out").resolve(slug(selector)) : named;
    }

    /** A folder of the repository's reports module, or of the current folder outside of a repository. */
    static Path base(String name) {
        var home = System.getProperty(HOME);
        return home == null ? Path.of("threadstone-" + name) : Path.of(home, "tck-reports", name);
    }

    /** The root of the repository, or the current folder outside of one. */
    static Path project() {
        return Path.of(System.getProperty(HOME, "."));
    }

    /** A path or command in characters that every file system takes: {@code opt-pypy-bin-pypy3}. */
    static String slug(String selector) {
        var slug = selector.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-");
        var trimmed = slug.replaceAll("^[-.]+|[-.]+$", "");
        return trimmed.isEmpty() ? "implementation" : trimmed;
    }
}
