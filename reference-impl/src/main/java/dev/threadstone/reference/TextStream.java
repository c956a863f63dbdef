package dev.threadstone.reference;

import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A standard stream of an interpreter, kept in memory.
 *
 * <p>Thread-safety: usable from any thread, also from outside of the interpreter. Nothing blocks.
 */
public final class TextStream {

    private final ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();

    /** Appends the text as a whole. */
    public void write(String text) {
        written.add(text);
    }

    /** Everything written so far. */
    public String text() {
        return String.join("", written);
    }
}
