package dev.threadstone.reference;

import dev.threadstone.reference.gil.ThreadState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An interpreter within the process of another one, with a lock, modules and options of its own. The first thread that
 * runs code in it is its main thread. Signal handlers cannot be installed there.
 *
 * <p>Thread-safety: {@link #run} and {@link #end} are called by attached threads of the interpreter that made it.
 *
 * <p>Source: Python C API reference, "Sub-interpreter support"; PEP 684.
 */
public final class Subinterpreter {

    private final Interpreter parent;
    private final Interpreter interpreter;

    Subinterpreter(Interpreter parent, Interpreter interpreter) {
        this.parent = parent;
        this.interpreter = interpreter;
    }

    /** The interpreter itself. */
    public Interpreter interpreter() {
        return interpreter;
    }

    /**
     * Runs code in it, in the calling thread, which meanwhile does not hold the lock of the interpreter it came from.
     *
     * @return what the code returned
     * @throws dev.threadstone.reference.errors.PythonException what the code raised
     * @throws IllegalStateException if it has ended
     */
    public @Nullable Object run(PyCallable code) {
        return inside(state -> code.call(List.of(), Map.of()));
    }

    /**
     * Ends it: blocks until its non-daemon threads have ended, then calls its exit callbacks.
     *
     * @throws IllegalStateException if it has ended before
     */
    public void end() {
        inside(state -> {
            interpreter.end(state, 0);
            return null;
        });
    }

    private @Nullable Object inside(Function<ThreadState, @Nullable Object> code) {
        if (interpreter.exit().isPresent()) {
            throw new IllegalStateException("The subinterpreter has ended: make a new one to run more code.");
        }
        ThreadState outer = parent.current();
        outer.detach();
        ThreadState inner = enter();
        inner.attach();
        Object result;
        try {
            result = code.apply(inner);
        } catch (RuntimeException raised) {
            inner.detach();
            outer.attach();
            throw raised;
        }
        inner.detach();
        outer.attach();
        return result;
    }

    private ThreadState enter() {
        ThreadState known = interpreter.threadStates().currentOrNull();
        if (known != null) {
            return known;
        }
        if (interpreter.threading().hasMainThread()) {
            return interpreter.threadStates().create();
        }
        ThreadState main = interpreter.threadStates().createMain();
        interpreter.threading().enterMain(main);
        return main;
    }
}
