package dev.threadstone.reference;

import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import dev.threadstone.reference.threading.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code time} module, as far as threads need it.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code time.sleep} and {@code time.monotonic}.
 */
public final class PythonTime {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Interpreter interpreter;

    PythonTime(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * {@code sleep(seconds)}: blocks without the GIL for at least so long. In the main thread signal handlers run meanwhile,
     * and it then sleeps for what is left.
     *
     * @throws ValueError for a negative time and for one that is not a number
     * @throws dev.threadstone.reference.errors.OverflowError for a time above {@link Timeout#MAX_SECONDS}
     * @throws dev.threadstone.reference.errors.PythonException in the main thread, whatever a signal handler raised
     */
    public void sleep(Timeout time) {
        if (time.seconds() < 0) {
            throw new ValueError("sleep length must be non-negative");
        }
        Deadline end = time.deadline(interpreter.platform());
        ThreadState thread = interpreter.begin(this, Operation.READ);
        thread.waitUntil(() -> false, Sleep.WAITING, end);
    }

    /** {@code monotonic()}: seconds on a clock that never goes back. */
    public double monotonic() {
        return interpreter.platform().nowNanos() / NANOS_PER_SECOND;
    }

    /** Nobody can end a sleep but the clock. */
    private enum Sleep implements Waiting {
        WAITING;

        @Override
        public String what() {
            return "the end of its sleep";
        }

        @Override
        public @Nullable PlatformThread heldBy() {
            return null;
        }
    }
}
