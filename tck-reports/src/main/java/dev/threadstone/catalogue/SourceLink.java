package dev.threadstone.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a source of a requirement can be read. */
public final class SourceLink {

    private static final Pattern DOCUMENTATION = Pattern.compile("Doc/([^#\\s]+)\\.rst(#\\S+)?");
    private static final Pattern ISSUE = Pattern.compile("(?:CPython )?(?:issue )?#(\\d+)");

    private SourceLink() {}

    /**
     * The address of a page of the Python documentation or of an issue of CPython.
     *
     * @param source as in the catalogue: {@code Doc/library/threading.rst#lock-objects}
     * @return empty if the source is neither
     */
    public static Optional<String> of(String source) {
        var page = DOCUMENTATION.matcher(source);
        if (page.matches()) {
            var anchor = page.group(2) == null ? "" : page.group(2);
            return Optional.of("https://docs.python.org/3/" + page.group(1) + ".html" + anchor);
        }
        var issue = ISSUE.matcher(source);
        return issue.matches()
                ? Optional.of("https://github.com/python/cpython/issues/" + issue.group(1))
                : Optional.empty();
    }
}
