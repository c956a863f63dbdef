package dev.threadstone.reference.errors;

import java.util.List;

/** Python's {@code KeyboardInterrupt}: raised in the main thread by the default handler of SIGINT. No {@code Exception}. */
public final class KeyboardInterrupt extends PythonException {

    private static final long serialVersionUID = 1L;

    /** An interrupt without text, as the default handler raises it. */
    public KeyboardInterrupt() {
        super("KeyboardInterrupt", List.of(), "");
    }
}
