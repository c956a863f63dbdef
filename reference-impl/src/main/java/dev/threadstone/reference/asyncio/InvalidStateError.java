package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.errors.PythonException;
import java.util.List;

/** Python's {@code asyncio.InvalidStateError}: an operation does not fit the state that a future is in. */
public final class InvalidStateError extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public InvalidStateError(String message) {
        super(List.of("asyncio.InvalidStateError", "asyncio.Error", "Exception", "BaseException", "object"), message);
    }
}
