package dev.threadstone.spi;

/** The runtime under judgement died: verdict {@code crash}. */
public final class RuntimeCrashedException extends SessionException {

    private static final long serialVersionUID = 1L;

    public RuntimeCrashedException(String message) {
        super(message);
    }
}
