package dev.threadstone.reference;

import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A standard stream of an interpreter, kept in memory. What is written to a buffered stream leaves the process when it is
 * flushed.
 *
 * <p>Thread-safety: usable from any thread, also from outside of the interpreter. Nothing blocks.
 */
public final class TextStream {

    private final boolean buffered;
    private final ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();
    private volatile String flushed = "";

    TextStream(boolean buffered) {
        this.buffered = buffered;
    }

    /** Appends the text as a whole. */
    public void write(String text) {
        written.add(text);
        if (!buffered) {
            flush();
        }
    }

    /** {@code flush()}: lets out what has been written so far. */
    public void flush() {
        flushed = text();
    }

    /** Everything written so far. */
    public String text() {
        return String.join("", written);
    }

    /** What has left the process. */
    String flushed() {
        return flushed;
    }
}
