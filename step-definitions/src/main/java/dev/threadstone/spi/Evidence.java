package dev.threadstone.spi;

/** How it is known that a thread is blocked, strongest first. */
public enum Evidence {
    /** The scheduler itself says so. */
    EXACT,
    /** The operating system or the runtime says that every thread sleeps. */
    OBSERVED,
    /** Nothing came for the quiet window; a slow machine may look the same. */
    QUIET;

    /** The weaker of the two. */
    public Evidence and(Evidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
