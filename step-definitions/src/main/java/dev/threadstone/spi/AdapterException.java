package dev.threadstone.spi;

/** The adapter or the agent is at fault, not the runtime: verdict {@code error}. */
public final class AdapterException extends SessionException {

    private static final long serialVersionUID = 1L;

    public AdapterException(String message) {
        super(message);
    }

    public AdapterException(String message, Throwable cause) {
        super(message, cause);
    }
}
