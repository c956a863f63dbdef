package dev.threadstone.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the runtime raised it.
 *
 * @param type qualified name without {@code builtins.}: {@code ValueError}, {@code threading.BrokenBarrierError}
 * @param mro names of the type and its bases, most derived first, in the same form
 * @param message its text, {@code str(error)}; never part of a verdict unless a requirement speaks of it
 * @param identity the name of the prepared error object that this is, or null: tells "the same exception" from a copy
 * @param cause the exception it was raised from, or null
 */
public record PythonError(
        String type,
        List<String> mro,
        String message,
        @Nullable String identity,
        @Nullable PythonError cause) {

    public PythonError {
        mro = List.copyOf(mro);
    }

    /** Whether an {@code except} clause for the named type would catch it. */
    public boolean isInstanceOf(String name) {
        return mro.contains(name);
    }

    @Override
    public String toString() {
        return message.isEmpty() ? type : type + ": " + message;
    }
}
