package dev.threadstone.verdict;

import dev.threadstone.spi.PythonVersion;
import org.jspecify.annotations.Nullable;

/** The Python versions from one to another, both included; null means no bound. */
public record VersionRange(
        @Nullable PythonVersion since, @Nullable PythonVersion until) {

    public static final VersionRange ALL = new VersionRange(null, null);

    public boolean contains(PythonVersion version) {
        return (since == null || version.isAtLeast(since)) && (until == null || until.isAtLeast(version));
    }

    @Override
    public String toString() {
        if (since == null && until == null) {
            return "every version";
        }
        if (until == null) {
            return since + " and later";
        }
        return since == null ? "up to " + until : since + " to " + until;
    }
}
