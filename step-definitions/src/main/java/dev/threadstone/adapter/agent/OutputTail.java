package dev.threadstone.adapter.agent;

import java.nio.charset.StandardCharsets;

/** The last part of what a program wrote. Safe for use by several threads. */
final class OutputTail {

    private static final int CAPACITY = 64 * 1024;

    private final byte[] bytes = new byte[CAPACITY];
    private long written;

    synchronized void append(byte[] source, int offset, int length) {
        int skipped = Math.max(0, length - CAPACITY);
        written += skipped;
        for (int index = offset + skipped; index < offset + length; index++) {
            bytes[(int) (written++ % CAPACITY)] = source[index];
        }
    }

    /** What is left, from the first whole line on where the beginning has been cut off. */
    synchronized String text() {
        int length = (int) Math.min(written, CAPACITY);
        var kept = new byte[length];
        for (int index = 0; index < length; index++) {
            kept[index] = bytes[(int) ((written - length + index) % CAPACITY)];
        }
        var text = new String(kept, StandardCharsets.UTF_8);
        return written <= CAPACITY ? text : "[.. " + (written - CAPACITY) + " bytes cut ..]" + text;
    }
}
