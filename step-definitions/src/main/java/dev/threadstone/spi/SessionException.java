package dev.threadstone.spi;

/**
 * A session that cannot go on. The kind decides the verdict of the scenario; the message is a sentence for the user with
 * what was seen last.
 */
public abstract sealed class SessionException extends RuntimeException
        permits RuntimeCrashedException, RuntimeHungException, AdapterException, UnsupportedRequestException {

    private static final long serialVersionUID = 1L;

    SessionException(String message) {
        super(message);
    }

    SessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
