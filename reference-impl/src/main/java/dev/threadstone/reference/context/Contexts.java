package dev.threadstone.reference.context;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadSlot;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;

/**
 * Python's module {@code contextvars}, for one interpreter: which context each thread is in. A thread is in an empty
 * context of its own until it enters another one.
 *
 * <p>Thread-safety: used by attached threads. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code contextvars}.
 */
public final class Contexts {

    private final Interpreter interpreter;
    private final ThreadSlot<Context> current = new ThreadSlot<>();

    /** The module of an interpreter. */
    public Contexts(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** {@code copy_context()}: a copy of the context that the caller is in. */
    public Context copy() {
        ThreadState thread = interpreter.current();
        Context original = currentOf(thread);
        interpreter.begin(original, Operation.READ);
        return original.duplicate();
    }

    /** The context that the calling thread is in. */
    Context currentOf(ThreadState thread) {
        Context known = current.get(thread);
        if (known != null) {
            return known;
        }
        Context own = new Context(interpreter);
        current.set(thread, own);
        return own;
    }

    void enter(ThreadState thread, Context context) {
        current.set(thread, context);
    }
}
