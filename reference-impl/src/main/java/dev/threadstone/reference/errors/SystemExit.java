package dev.threadstone.reference.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code SystemExit}: what {@code sys.exit(code)} raises. No {@code Exception}. */
public final class SystemExit extends PythonException {

    private static final long serialVersionUID = 1L;

    private static final int STATUS_MASK = 0xFF;

    private final transient @Nullable Object code;

    /**
     * A request to exit.
     *
     * @param code an integral number is the exit status; null means 0; anything else is printed and means 1
     */
    public SystemExit(@Nullable Object code) {
        super("SystemExit", List.of(), code == null ? "" : code.toString());
        this.code = code;
    }

    /** What was passed to {@code sys.exit}. */
    public @Nullable Object code() {
        return code;
    }

    /** The exit status that the code stands for. */
    public int status() {
        if (code == null) {
            return 0;
        }
        return code instanceof Number number ? number.intValue() & STATUS_MASK : 1;
    }

    /** Whether the code is no status, so that it is printed on the error stream. */
    public boolean isMessage() {
        return code != null && !(code instanceof Number);
    }
}
