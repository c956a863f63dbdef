package dev.threadstone.cli;

import dev.threadstone.spi.Description;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the known deviations of an implementation are when nobody says. */
final class ExpectationsFile {

    private ExpectationsFile() {}

    /** The file that the user named, or the one of the implementation: {@code known-deviations/pypy.yaml}. */
    static Path of(@Nullable Path named, Description runtime) {
        return named == null
                ? OutputFolder.base("known-deviations").resolve(OutputFolder.slug(runtime.name()) + ".yaml")
                : named;
    }
}
