package dev.threadstone.adapter.jvm;

import org.jspecify.annotations.Nullable;

/**
 * One parameter of a {@link Signature}.
 *
 * @param defaultText its default as Python source, or null if it must be given
 */
record Parameter(String name, Kind kind, @Nullable String defaultText) {

    /** Who may fill a parameter. */
    enum Kind {
        POSITIONAL_ONLY,
        POSITIONAL_OR_KEYWORD,
        KEYWORD_ONLY,
        REST_OF_POSITIONAL,
        REST_OF_KEYWORDS
    }

    boolean takesPosition() {
        return kind == Kind.POSITIONAL_ONLY || kind == Kind.POSITIONAL_OR_KEYWORD;
    }

    boolean takesKeyword() {
        return kind == Kind.KEYWORD_ONLY || kind == Kind.POSITIONAL_OR_KEYWORD;
    }
}
