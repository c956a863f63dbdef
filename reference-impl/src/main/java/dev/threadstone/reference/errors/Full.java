package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code queue.Full}: a queue had no room for an item. */
public final class Full extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error without text, as the queues raise it. */
    public Full() {
        super("queue.Full", List.of("Exception"), "");
    }
}
