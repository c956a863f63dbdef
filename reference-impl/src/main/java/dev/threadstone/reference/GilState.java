package dev.threadstone.reference;

import dev.threadstone.reference.gil.ThreadState;
import java.util.function.Supplier;

/**
 * How native code gets to run Python code in a thread that may never have done so: {@code PyGILState_Ensure} and
 * {@code PyGILState_Release} around it. Such a thread is a foreign one; Python sees a dummy thread, if it looks.
 *
 * <p>Thread-safety: called by any thread of the platform, attached or not.
 *
 * <p>Source: Python C API reference, "Non-Python created threads".
 */
public final class GilState {

    private GilState() {}

    /**
     * Blocks until the caller holds the GIL of the interpreter, runs the code, and restores what was before. May be nested.
     * Never returns once the interpreter has finalized.
     */
    public static <T> T ensure(Interpreter interpreter, Supplier<T> code) {
        ThreadState known = interpreter.threadStates().currentOrNull();
        if (known == null) {
            return asForeignThread(interpreter, code);
        }
        return known.isAttached() ? code.get() : asDetachedThread(known, code);
    }

    private static <T> T asDetachedThread(ThreadState state, Supplier<T> code) {
        state.attach();
        T result;
        try {
            result = code.get();
        } catch (RuntimeException raised) {
            state.detach();
            throw raised;
        }
        state.detach();
        return result;
    }

    private static <T> T asForeignThread(Interpreter interpreter, Supplier<T> code) {
        ThreadState state = interpreter.threadStates().create();
        state.attach();
        T result;
        try {
            result = code.get();
        } catch (RuntimeException raised) {
            interpreter.threading().leave(state);
            throw raised;
        }
        interpreter.threading().leave(state);
        return result;
    }
}
