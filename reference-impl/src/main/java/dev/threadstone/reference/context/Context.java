package dev.threadstone.reference.context;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.KeyError;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code contextvars.Context}: the values of context variables, read like a mapping and changed only by who is
 * inside. One thread at a time can be in a context, once.
 *
 * <p>Thread-safety: used by attached threads of its interpreter. Reading is possible while another thread is inside.
 *
 * <p>Source: Python library reference, {@code contextvars.Context}; PEP 567.
 */
public final class Context implements Iterable<ContextVar> {

    private final Interpreter interpreter;
    private final AtomicReference<@Nullable ThreadState> inside = new AtomicReference<>();

    /** Never changed, only replaced, and only by who is inside. */
    private volatile Map<ContextVar, @Nullable Object> values;

    /** An empty context: {@code Context()}. */
    public Context(Interpreter interpreter) {
        this(interpreter, Collections.emptyMap());
    }

    private Context(Interpreter interpreter, Map<ContextVar, @Nullable Object> values) {
        this.interpreter = interpreter;
        this.values = values;
    }

    /**
     * {@code run(function, *args, **kwargs)}: calls the function inside of this context and leaves it again, whatever the
     * function does. Changes stay in the context.
     *
     * @return what the function returned
     * @throws RuntimeError if a thread, the caller included, is in this context
     */
    public @Nullable Object run(
            PyCallable function,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs) {
        ThreadState thread = interpreter.begin(this, Operation.ACQUIRE);
        Context outer = interpreter.contexts().currentOf(thread);
        if (!inside.compareAndSet(null, thread)) {
            throw new RuntimeError("cannot enter context: " + this + " is already entered");
        }
        interpreter.contexts().enter(thread, this);
        Object result;
        try {
            result = function.call(args, kwargs);
        } catch (RuntimeException raised) {
            leave(thread, outer);
            throw raised;
        }
        leave(thread, outer);
        return result;
    }

    /** No finally in the caller, and no checkpoint here: what the platform ends in a park must end there. */
    private void leave(ThreadState thread, Context outer) {
        interpreter.platform().point(this, Operation.RELEASE);
        interpreter.contexts().enter(thread, outer);
        inside.set(null);
    }

    /** {@code copy()}: a context with the same values, which goes its own way from here. */
    public Context copy() {
        interpreter.begin(this, Operation.READ);
        return duplicate();
    }

    /** {@code len(context)}: how many variables have a value. */
    public int size() {
        return read().size();
    }

    /** {@code variable in context}: whether the variable has a value, its default aside. */
    public boolean contains(ContextVar variable) {
        return read().containsKey(variable);
    }

    /**
     * {@code context[variable]}: the value of a variable, its default aside.
     *
     * @throws KeyError if it has none
     */
    public @Nullable Object get(ContextVar variable) {
        Map<ContextVar, @Nullable Object> seen = read();
        if (!seen.containsKey(variable)) {
            throw new KeyError(variable.toString());
        }
        return seen.get(variable);
    }

    /** {@code context.get(variable, fallback)}: the value of a variable, or else the fallback; its default aside. */
    public @Nullable Object get(ContextVar variable, @Nullable Object fallback) {
        Map<ContextVar, @Nullable Object> seen = read();
        return seen.containsKey(variable) ? seen.get(variable) : fallback;
    }

    /** {@code keys()}: the variables that have a value. */
    public List<ContextVar> keys() {
        return List.copyOf(read().keySet());
    }

    /** {@code values()}: their values, in the order of {@link #keys}. */
    public List<@Nullable Object> values() {
        return new ArrayList<>(read().values());
    }

    /** The variables that have a value. */
    @Override
    public Iterator<ContextVar> iterator() {
        return keys().iterator();
    }

    private Map<ContextVar, @Nullable Object> read() {
        interpreter.begin(this, Operation.READ);
        return values;
    }

    Context duplicate() {
        return new Context(interpreter, values);
    }

    @Nullable Object valueOr(ContextVar variable, @Nullable Object fallback) {
        Map<ContextVar, @Nullable Object> seen = values;
        return seen.containsKey(variable) ? seen.get(variable) : fallback;
    }

    void put(ContextVar variable, @Nullable Object value) {
        Map<ContextVar, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(variable, value);
        values = Collections.unmodifiableMap(changed);
    }

    void remove(ContextVar variable) {
        Map<ContextVar, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.remove(variable);
        values = Collections.unmodifiableMap(changed);
    }

    @Override
    public String toString() {
        return "<_contextvars.Context object of " + values.size() + " variables>";
    }
}
