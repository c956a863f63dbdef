package dev.threadstone.reference.context;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.LookupError;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code contextvars.ContextVar}: a variable that has a value of its own in each context. Java's null is
 * {@code None}.
 *
 * <p>Thread-safety: used by attached threads of its interpreter. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code contextvars.ContextVar}.
 */
public final class ContextVar {

    private final Interpreter interpreter;
    private final String name;
    private final @Nullable Object defaultValue;

    /** A variable without default: {@code ContextVar(name)}. */
    public ContextVar(Interpreter interpreter, String name) {
        this(interpreter, name, Token.MISSING);
    }

    /** A variable with a default: {@code ContextVar(name, default=value)}. */
    public ContextVar(Interpreter interpreter, String name, @Nullable Object defaultValue) {
        this.interpreter = interpreter;
        this.name = name;
        this.defaultValue = defaultValue;
    }

    /** {@code name}: what it was named; says nothing about its identity. */
    public String name() {
        return name;
    }

    /**
     * {@code get()}: its value in the caller's context, or else its default.
     *
     * @throws LookupError if it has neither
     */
    @SuppressWarnings("ReferenceEquality") // the mark is one object
    public @Nullable Object get() {
        Object value = get(defaultValue);
        if (value == Token.MISSING) {
            throw new LookupError(toString());
        }
        return value;
    }

    /** {@code get(fallback)}: its value in the caller's context; else the fallback, which goes before its default. */
    public @Nullable Object get(@Nullable Object fallback) {
        return begin(Operation.READ).valueOr(this, fallback);
    }

    /** {@code set(value)}: gives it a value in the caller's context. */
    public Token set(@Nullable Object value) {
        Context context = begin(Operation.WRITE);
        Token token = new Token(this, context.valueOr(this, Token.MISSING), context);
        context.put(this, value);
        return token;
    }

    /**
     * {@code reset(token)}: makes it what it was before the call of {@link #set} that made the token.
     *
     * @throws RuntimeError if the token was used before
     * @throws ValueError if the token was made by another variable or in another context
     */
    @SuppressWarnings("ReferenceEquality") // the mark is one object
    public void reset(Token token) {
        Context context = begin(Operation.WRITE);
        if (token.isUsed()) {
            throw new RuntimeError(token + " has already been used once");
        }
        if (token.variable() != this) {
            throw new ValueError(token + " was created by a different ContextVar");
        }
        if (!token.belongsTo(context)) {
            throw new ValueError(token + " was created in a different Context");
        }
        token.use();
        if (token.oldValue() == Token.MISSING) {
            context.remove(this);
        } else {
            context.put(this, token.oldValue());
        }
    }

    private Context begin(Operation operation) {
        ThreadState thread = interpreter.current();
        Context context = interpreter.contexts().currentOf(thread);
        interpreter.begin(context, operation);
        return context;
    }

    @Override
    public String toString() {
        return "<ContextVar name='" + name + "'>";
    }
}
