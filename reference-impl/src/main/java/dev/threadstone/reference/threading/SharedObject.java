package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An object of one interpreter that several threads use: it has an address and, for reports, a label. */
public abstract class SharedObject {

    private final Interpreter interpreter;
    private final long address;
    private volatile @Nullable String label;

    /** A new object of this interpreter, with an address of its own. */
    protected SharedObject(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.address = interpreter.nextAddress();
    }

    /** The interpreter that it belongs to. */
    public final Interpreter interpreter() {
        return interpreter;
    }

    /** Names the object for reports of deadlocks. */
    public void label(String text) {
        label = text;
    }

    /** What reports call the object: its label, or its type and address. */
    public final String describe() {
        String text = label;
        return text == null ? typeName() + " at " + address() : text;
    }

    /** The qualified name of its Python type, as {@code repr} shows it. A subclass gives its own. */
    protected abstract String typeName();

    /** The address of the object, as {@code repr} shows it; no two objects of an interpreter have the same. */
    protected final String address() {
        return String.format(Locale.ROOT, "0x%012x", address);
    }

    /** Begins an operation of the calling thread on this object: a checkpoint, then a scheduling point. */
    protected final ThreadState begin(Operation operation) {
        return interpreter.begin(this, operation);
    }

    /** The same for an operation that must not fail: a scheduling point, and no checkpoint where a handler might raise. */
    final ThreadState beginUninterruptibly(Operation operation) {
        ThreadState thread = interpreter.current();
        interpreter.platform().point(this, operation);
        return thread;
    }
}
