package dev.threadstone.expectations;

/** A file of known deviations cannot be used; the message says where, why and what is allowed. */
public final class InvalidExpectationsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidExpectationsException(String message) {
        super(message);
    }

    public InvalidExpectationsException(String message, Throwable cause) {
        super(message, cause);
    }
}
