package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.gil.TraceFunction;
import dev.threadstone.reference.gil.TraceKind;
import dev.threadstone.reference.platform.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The function that {@link Thread}s get as their trace or profile function when they start: {@code threading.settrace} and
 * {@code threading.setprofile} with what belongs to them. Threads that run already, and those of the low-level module, are
 * left alone.
 *
 * <p>Thread-safety: used by attached threads.
 *
 * <p>Source: Python library reference, {@code threading.settrace}, {@code threading.setprofile}.
 */
public final class TraceHook {

    private final Interpreter interpreter;
    private final TraceKind kind;
    private volatile @Nullable TraceFunction function;

    TraceHook(Interpreter interpreter, TraceKind kind) {
        this.interpreter = interpreter;
        this.kind = kind;
    }

    /** {@code threading.gettrace()}: what was set last, or null. */
    public @Nullable TraceFunction get() {
        interpreter.begin(this, Operation.READ);
        return function;
    }

    /** {@code threading.settrace(function)}; null: threads that start later get none. */
    public void set(@Nullable TraceFunction newFunction) {
        interpreter.begin(this, Operation.WRITE);
        function = newFunction;
    }

    /** {@code threading.settrace_all_threads(function)}: for threads that start later, and at once in all that there are. */
    public void setInAllThreads(@Nullable TraceFunction newFunction) {
        set(newFunction);
        interpreter
                .threadStates()
                .all()
                .forEach(thread -> thread.traceFunctions().install(kind, newFunction));
    }

    /** A thread starts: installs the function in it, if there is one. */
    void installIn(ThreadState starting) {
        TraceFunction current = function;
        if (current != null) {
            starting.traceFunctions().install(kind, current);
        }
    }
}
