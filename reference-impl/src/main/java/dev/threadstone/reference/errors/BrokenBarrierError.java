package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code threading.BrokenBarrierError}: the barrier is broken, or was reset while somebody waited for it. */
public final class BrokenBarrierError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error without text, as the barrier raises it. */
    public BrokenBarrierError() {
        super("threading.BrokenBarrierError", List.of("RuntimeError", "Exception"), "");
    }
}
