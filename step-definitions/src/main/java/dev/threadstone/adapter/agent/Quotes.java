package dev.threadstone.adapter.agent;

/** Program output inside messages. */
final class Quotes {

    private static final int LONGEST = 4000;

    private Quotes() {}

    /** Nothing for no text, else a new paragraph with the end of the text. */
    static String ending(String title, String text) {
        var stripped = text.strip();
        var shown = stripped.length() <= LONGEST ? stripped : ".." + stripped.substring(stripped.length() - LONGEST);
        return shown.isEmpty() ? "" : "\n" + title + ":\n" + shown;
    }
}
