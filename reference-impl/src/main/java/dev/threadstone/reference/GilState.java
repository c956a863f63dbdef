package dev.threadstone.reference;

import dev.threadstone.reference.gil.ThreadSlot;
import dev.threadstone.reference.gil.ThreadState;
import java.util.ArrayDeque;
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

    private static final ThreadSlot<ArrayDeque<Before>> ENSURED = new ThreadSlot<>();

    /** What a thread was before an Ensure. */
    private enum Before {
        FOREIGN,
        DETACHED,
        ATTACHED
    }

    private GilState() {}

    /**
     * {@code PyGILState_Ensure()}: blocks until the caller holds the GIL of the interpreter. May be nested. Never returns
     * once the interpreter has finalized.
     *
     * @return whether the caller held it already
     */
    public static boolean ensure(Interpreter interpreter) {
        ThreadState known = interpreter.threadStates().currentOrNull();
        ThreadState state = known == null ? interpreter.threadStates().create() : known;
        boolean held = state.isAttached();
        if (!held) {
            state.attach();
        }
        ensured(state).push(known == null ? Before.FOREIGN : held ? Before.ATTACHED : Before.DETACHED);
        return held;
    }

    /**
     * {@code PyGILState_Release()}: restores what was before the matching {@link #ensure}. The outermost one of a foreign
     * thread discards its thread state.
     *
     * @throws IllegalStateException if there is no matching one
     */
    public static void release(Interpreter interpreter) {
        ThreadState state = interpreter.current();
        Before before = ensured(state).poll();
        if (before == null) {
            throw new IllegalStateException("Thread " + state + " releases more often than it has ensured.");
        }
        if (before == Before.FOREIGN) {
            interpreter.threading().leave(state);
        } else if (before == Before.DETACHED) {
            state.detach();
        }
    }

    /** Runs code between {@link #ensure} and {@link #release}. */
    public static <T> T ensure(Interpreter interpreter, Supplier<T> code) {
        ensure(interpreter);
        T result;
        try {
            result = code.get();
        } catch (RuntimeException raised) {
            release(interpreter);
            throw raised;
        }
        release(interpreter);
        return result;
    }

    /**
     * Runs code as {@link #ensure(Interpreter, Supplier)} does, under a guard: {@code PyThreadState_Ensure} of Python 3.15.
     * Finalization does not begin before the code has ended.
     *
     * @return false if finalization had begun; then the code was not run
     */
    public static boolean ensureGuarded(Interpreter interpreter, Runnable code) {
        if (!interpreter.guards().tryTake()) {
            return false;
        }
        try {
            ensure(interpreter, () -> {
                code.run();
                return true;
            });
        } finally {
            interpreter.guards().giveBack(interpreter);
        }
        return true;
    }

    private static ArrayDeque<Before> ensured(ThreadState state) {
        ArrayDeque<Before> known = ENSURED.get(state);
        if (known != null) {
            return known;
        }
        ArrayDeque<Before> fresh = new ArrayDeque<>();
        ENSURED.set(state, fresh);
        return fresh;
    }
}
