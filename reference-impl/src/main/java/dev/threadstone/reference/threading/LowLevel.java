package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.Unraisable;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.SystemExit;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.SpawnRefusedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code _thread}: threads without an object of their own, which nobody waits for.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code _thread}.
 */
public final class LowLevel {

    private final Interpreter interpreter;

    LowLevel(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * {@code start_new_thread(function, args, kwargs)}: calls the function in a new thread and returns at once. The thread
     * ends silently when the function returns or raises SystemExit; of any other exception the unraisable hook hears.
     *
     * @return the identifier of the new thread
     * @throws RuntimeError if the platform refuses a new thread, or the interpreter allows none
     */
    public long startNewThread(
            PyCallable function,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs) {
        interpreter.begin(this, Operation.WRITE);
        interpreter.threading().requireThreadsAllowed();
        try {
            return interpreter
                    .platform()
                    .spawn("thread", interpreter.threading().stackSizeSetting(), () -> run(function, args, kwargs))
                    .id();
        } catch (SpawnRefusedException refused) {
            throw new RuntimeError("can't start new thread");
        }
    }

    /** {@code exit()}: ends the calling thread. */
    @SuppressWarnings("DoNotCallSuggester") // it is called to end a thread
    public void exit() {
        throw new SystemExit(null);
    }

    /** {@code sys.thread_info}. */
    public ThreadInfo info() {
        return new ThreadInfo("pthread", null, null);
    }

    private void run(
            PyCallable function,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs) {
        ThreadState state = interpreter.threadStates().create();
        state.attach();
        try {
            function.call(args, kwargs);
        } catch (RuntimeException raised) {
            report(function, PythonException.from(raised));
        }
        interpreter.threading().leave(state);
    }

    private void report(PyCallable function, PythonException uncaught) {
        if (!uncaught.isInstanceOf("SystemExit")) {
            interpreter
                    .unraisableHook()
                    .invoke(new Unraisable(uncaught, "Exception ignored in thread started by", function));
        }
    }
}
