package dev.threadstone.reference.context;

import org.jspecify.annotations.Nullable;

/**
 * Python's {@code contextvars.Token}: what {@link ContextVar#set} returns, to undo exactly that.
 *
 * <p>Thread-safety: immutable, but for the one use that it is good for.
 *
 * <p>Source: Python library reference, {@code contextvars.Token}.
 */
public final class Token {

    /** {@code Token.MISSING}: there was no value. */
    public static final Object MISSING = Missing.MISSING;

    private final ContextVar variable;
    private final @Nullable Object oldValue;
    private final Context context;

    /** Assigned by who is in its context. */
    private volatile boolean used;

    private enum Missing {
        MISSING;

        @Override
        public String toString() {
            return "<Token.MISSING>";
        }
    }

    Token(ContextVar variable, @Nullable Object oldValue, Context context) {
        this.variable = variable;
        this.oldValue = oldValue;
        this.context = context;
    }

    /** {@code var}: the variable that was set. */
    public ContextVar variable() {
        return variable;
    }

    /** {@code old_value}: what it was before; {@link #MISSING} if it was not set. */
    public @Nullable Object oldValue() {
        return oldValue;
    }

    /**
     * Ends a {@code with} block of this token, which exists since 3.14: as {@link ContextVar#reset}, however the block
     * ended.
     */
    public void exit() {
        variable.reset(this);
    }

    boolean belongsTo(Context candidate) {
        return context == candidate;
    }

    boolean isUsed() {
        return used;
    }

    void use() {
        used = true;
    }

    @Override
    public String toString() {
        return "<Token" + (isUsed() ? " used" : "") + " var=" + variable + ">";
    }
}
