package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code queue.ShutDown}: a queue was shut down; since Python 3.13. */
public final class ShutDown extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error without text, as the queues raise it. */
    public ShutDown() {
        super("queue.ShutDown", List.of("Exception"), "");
    }
}
