package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.AttributeError;
import dev.threadstone.reference.gil.ThreadState;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.local}: an object whose attributes have a value for each thread. The values of a thread are
 * released when it ends, those of all threads when the object goes away.
 *
 * <p>A subclass may override {@link #initialize}, which runs in each thread that uses the object, before its first use
 * there.
 *
 * <p>Java's null is {@code None}.
 *
 * <p>Thread-safety: used by attached threads of its interpreter. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code threading.local}; the documentation of {@code _threading_local}.
 */
public class Local extends SharedObject {

    private final Map<ThreadState, Map<String, @Nullable Object>> values = new ConcurrentHashMap<>();

    /** An object that has no attribute in any thread. */
    public Local(Interpreter interpreter) {
        super(interpreter);
    }

    /**
     * What {@code __init__} does in a thread that uses the object for the first time. If it raises, the thread has no
     * values and its next use tries again.
     */
    protected void initialize() {}

    /** Whether the calling thread has set this attribute. */
    public final boolean has(String attribute) {
        return dict().containsKey(attribute);
    }

    /**
     * The calling thread's value of an attribute.
     *
     * @throws AttributeError if this thread has not set it
     */
    public final @Nullable Object get(String attribute) {
        Map<String, @Nullable Object> own = dict();
        if (!own.containsKey(attribute)) {
            throw missing(attribute);
        }
        return own.get(attribute);
    }

    /** Gives an attribute a value for the calling thread. */
    public final void set(String attribute, @Nullable Object value) {
        dict().put(attribute, value);
    }

    /**
     * Deletes the calling thread's value of an attribute.
     *
     * @throws AttributeError if this thread has not set it
     */
    public final void delete(String attribute) {
        Map<String, @Nullable Object> own = dict();
        if (!own.containsKey(attribute)) {
            throw missing(attribute);
        }
        own.remove(attribute);
    }

    /** {@code __dict__}: the values of the calling thread. They stay that thread's, whoever changes them. */
    public final Map<String, @Nullable Object> dict() {
        ThreadState thread = interpreter().current();
        thread.checkpoint();
        Map<String, @Nullable Object> own = values.get(thread);
        return own == null ? firstUse(thread) : own;
    }

    /** Makes the calling thread one that has used the object, without {@link #initialize}. */
    protected final void enter() {
        newDict(interpreter().current());
    }

    private Map<String, @Nullable Object> firstUse(ThreadState thread) {
        Map<String, @Nullable Object> own = newDict(thread);
        try {
            initialize();
        } catch (RuntimeException failed) {
            values.remove(thread);
            throw failed;
        }
        return own;
    }

    private Map<String, @Nullable Object> newDict(ThreadState thread) {
        Map<String, @Nullable Object> own = Collections.synchronizedMap(new LinkedHashMap<>());
        values.put(thread, own);
        WeakReference<Local> self = new WeakReference<>(this);
        thread.whenItLeaves(() -> forget(self, thread));
        return own;
    }

    /** The thread must not keep the object alive, so it knows it weakly. */
    private static void forget(WeakReference<Local> reference, ThreadState thread) {
        Local local = reference.get();
        if (local != null) {
            local.values.remove(thread);
        }
    }

    private AttributeError missing(String attribute) {
        return new AttributeError("'" + typeName() + "' object has no attribute '" + attribute + "'");
    }

    @Override
    protected String typeName() {
        return "_thread._local";
    }
}
