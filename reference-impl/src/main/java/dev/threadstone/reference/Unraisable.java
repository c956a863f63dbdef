package dev.threadstone.reference;

import dev.threadstone.reference.errors.PythonException;
import org.jspecify.annotations.Nullable;

/**
 * The argument of {@code sys.unraisablehook}: an exception that has nowhere to go.
 *
 * @param excValue the exception; its type name is {@code exc_type}, its stack trace stands for {@code exc_traceback}
 * @param message what failed, {@code err_msg}
 * @param object what it happened in, or null
 */
public record Unraisable(
        PythonException excValue, String message, @Nullable Object object) {}
