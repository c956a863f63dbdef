package dev.threadstone.reference.errors;

/**
 * A warning that an interpreter issued.
 *
 * @param category the Python type: {@code DeprecationWarning}
 * @param message its text
 */
public record IssuedWarning(String category, String message) {}
