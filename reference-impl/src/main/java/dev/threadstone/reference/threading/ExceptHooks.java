package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.TextStream;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.platform.Operation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code threading.excepthook}: who hears of an exception that left a thread's {@code run}.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code threading.excepthook}.
 */
public final class ExceptHooks {

    private final Interpreter interpreter;
    private final Consumer<ExceptHookArgs> original = this::report;
    private volatile @Nullable Consumer<ExceptHookArgs> hook = original;

    ExceptHooks(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The hook in force; null is {@code None}, which stands for the original. */
    public @Nullable Consumer<ExceptHookArgs> hook() {
        interpreter.begin(this, Operation.READ);
        return hook;
    }

    /** Installs a hook, for threads that run already as well. It is called in the failing thread, which still lives. */
    public void install(@Nullable Consumer<ExceptHookArgs> newHook) {
        interpreter.begin(this, Operation.WRITE);
        hook = newHook;
    }

    /**
     * {@code threading.__excepthook__}: writes thread and exception to the error stream, nothing for SystemExit. Without an
     * error stream it writes to the one of when the thread was made.
     */
    public Consumer<ExceptHookArgs> original() {
        return original;
    }

    /** Calls the hook; if that raises itself, {@code sys.excepthook} hears of it. */
    void invoke(Thread thread, PythonException uncaught) {
        interpreter.platform().point(this, Operation.READ);
        Consumer<ExceptHookArgs> current = hook;
        try {
            (current == null ? original : current).accept(new ExceptHookArgs(uncaught, thread));
        } catch (RuntimeException failed) {
            interpreter.stderr().write("Exception in threading.excepthook:\n");
            interpreter.reportUncaught(PythonException.from(failed));
        }
    }

    private void report(ExceptHookArgs args) {
        TextStream now = interpreter.errorStream();
        TextStream stream = now == null ? args.thread().errorStream() : now;
        if (stream != null && !args.excValue().isInstanceOf("SystemExit")) {
            stream.write("Exception in thread " + args.thread().currentName() + ":\n"
                    + args.excValue().traceback());
        }
    }
}
