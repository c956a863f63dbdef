package dev.threadstone.spi;

/** A setting that the implementation does not know or cannot use; the message says which and what is allowed. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingsException(String message) {
        super(message);
    }
}
