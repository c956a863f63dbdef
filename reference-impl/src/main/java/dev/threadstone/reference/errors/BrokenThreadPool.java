package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code concurrent.futures.thread.BrokenThreadPool}: an initializer of the pool has failed. */
public final class BrokenThreadPool extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public BrokenThreadPool(String message) {
        super(
                "concurrent.futures.thread.BrokenThreadPool",
                List.of("concurrent.futures.BrokenExecutor", "RuntimeError", "Exception"),
                message);
    }
}
