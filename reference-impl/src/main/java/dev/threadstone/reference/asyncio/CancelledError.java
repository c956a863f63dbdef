package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.errors.PythonException;
import java.util.List;

/** Python's {@code asyncio.CancelledError}: the operation was cancelled. No {@code Exception}. */
public final class CancelledError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error without text. */
    public CancelledError() {
        super(List.of("asyncio.CancelledError", "BaseException", "object"), null);
    }
}
