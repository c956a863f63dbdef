package dev.threadstone.suite;

/** A filter names something that does not exist; the message says what and offers near matches. */
public final class UnknownNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownNameException(String message) {
        super(message);
    }
}
