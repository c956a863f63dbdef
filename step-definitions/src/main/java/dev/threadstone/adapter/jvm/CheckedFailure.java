package dev.threadstone.adapter.jvm;

import java.util.Objects;

/** Carries a checked exception of an operation to where errors are described. */
final class CheckedFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckedFailure(Exception cause) {
        super(cause);
    }

    static Throwable unwrapped(Throwable error) {
        return error instanceof CheckedFailure ? Objects.requireNonNull(error.getCause()) : error;
    }
}
