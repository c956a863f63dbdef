package dev.threadstone.reference.errors;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The warnings that an interpreter has issued, all of them, as under {@code warnings.simplefilter("always")}.
 *
 * <p>Thread-safety: usable from any thread, also from outside of the interpreter. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code warnings}.
 */
public final class Warnings {

    private final ConcurrentLinkedQueue<IssuedWarning> issued = new ConcurrentLinkedQueue<>();

    /** Issues a {@code DeprecationWarning}. */
    public void deprecated(String message) {
        issued.add(new IssuedWarning("DeprecationWarning", message));
    }

    /** Issues a warning of another category, such as {@code RuntimeWarning}. */
    public void warn(String category, String message) {
        issued.add(new IssuedWarning(category, message));
    }

    /** What has been issued so far, in order. */
    public List<IssuedWarning> issued() {
        return List.copyOf(issued);
    }

    /** Forgets what has been issued. */
    public void clear() {
        issued.clear();
    }
}
