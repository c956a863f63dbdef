package dev.threadstone.reference;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code sys.unraisablehook}: who hears of exceptions that nobody can catch, such as those of finalizers and of threads of
 * the low-level module.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code sys.unraisablehook}.
 */
public final class UnraisableHook {

    private final TextStream stderr;
    private volatile Consumer<Unraisable> hook = this::report;

    UnraisableHook(TextStream stderr) {
        this.stderr = stderr;
    }

    /** Installs a hook; null restores the original, which writes to the error stream. */
    public void install(@Nullable Consumer<Unraisable> newHook) {
        hook = newHook == null ? this::report : newHook;
    }

    /** Tells the hook. Never raises: what the hook itself raises is written to the error stream. */
    public void invoke(Unraisable unraisable) {
        try {
            hook.accept(unraisable);
        } catch (RuntimeException failed) {
            stderr.write("Exception ignored in sys.unraisablehook\n");
            report(unraisable);
        }
    }

    private void report(Unraisable unraisable) {
        stderr.write(unraisable.message() + described(unraisable.object()) + "\n"
                + unraisable.excValue().traceback());
    }

    private static String described(@Nullable Object object) {
        if (object == null) {
            return "";
        }
        String name = object instanceof PyCallable callable ? callable.name() : null;
        return ": " + (name == null ? object : name);
    }
}
