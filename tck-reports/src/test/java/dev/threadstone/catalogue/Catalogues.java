package dev.threadstone.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Small catalogues for tests. */
public final class Catalogues {

    private Catalogues() {}

    /** A catalogue of one file. */
    public static Catalogue of(String yaml) {
        return CatalogueLoader.load(Map.of("test.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    /** A catalogue of one requirement of the area LOCK with these fields besides the ordinary ones. */
    public static Catalogue withRequirement(String id, String... fields) {
        return of(head(false) + requirement(id, fields));
    }

    /** What stands before the requirements: the areas LOCK and GIL and a few profiles. */
    public static String head(boolean finished) {
        return """
            areas:
              - {id: LOCK, subject: threading.Lock, finished: %s}
              - {id: GIL, subject: the GIL}
            profiles: {core: everywhere, signals: POSIX, gil: with, free-threaded: without}
            requirements:
            """.formatted(finished);
    }

    /** One entry below {@link #head}. */
    public static String requirement(String id, String... fields) {
        return "  - id: " + id + "\n    statement: " + id
                + " holds.\n    observe: Look.\n    sources: [Doc/a.rst#b]\n    "
                + (String.join("|", fields).contains("profile:") ? "" : "profile: core\n    ")
                + String.join("\n    ", fields) + "\n";
    }
}
