package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code queue.Empty}: a queue had no item to give. */
public final class Empty extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error without text, as the queues raise it. */
    public Empty() {
        super("queue.Empty", List.of("Exception"), "");
    }
}
