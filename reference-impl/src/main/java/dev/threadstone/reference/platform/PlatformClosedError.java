package dev.threadstone.reference.platform;

/**
 * Unwinds a thread whose platform is being closed. Only the platform makes one. Code that catches everything must let it
 * pass; whoever keeps it finds that every further {@link Platform#park} throws it again.
 */
public final class PlatformClosedError extends Error {

    private static final long serialVersionUID = 1L;

    PlatformClosedError() {
        super("the platform is closed, so the thread ends", null, false, false);
    }
}
