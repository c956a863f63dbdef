package dev.threadstone.render;

import dev.threadstone.verdict.Verdict;

/** Colours of text, where the reader's terminal shows them. */
public enum TextStyle {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return wrap("\u001b[1m", text);
    }

    String faint(String text) {
        return wrap("\u001b[2m", text);
    }

    String verdict(Verdict verdict, String text) {
        return switch (verdict) {
            case PASS -> wrap("\u001b[32m", text);
            case FAIL, CRASH, HANG -> wrap("\u001b[1;31m", text);
            case ERROR -> wrap("\u001b[1;35m", text);
            case UNSUPPORTED, NOT_APPLICABLE, SKIPPED -> wrap("\u001b[33m", text);
        };
    }

    private String wrap(String code, String text) {
        return this == PLAIN ? text : code + text + RESET;
    }
}
