package dev.threadstone.adapter.jvm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation: a name, a signature and what it does.
 *
 * @param <T> the Java class of the objects that have it; {@link PythonNone} for functions and constructors
 */
public final class Operation<T> {

    private final String name;
    private final String signatureText;
    private final Body<T> body;
    private @Nullable Signature signature;

    /** What an operation does; what it returns is a Python value. */
    @FunctionalInterface
    public interface Body<T> {
        Object call(T self, Args args) throws Exception;
    }

    /** What stands around an operation. */
    @FunctionalInterface
    public interface Wrapper<T> {
        Object call(T self, Args args, Body<T> original) throws Exception;
    }

    Operation(String name, String signature, Body<T> body) {
        this.name = name;
        this.signatureText = signature;
        this.body = body;
    }

    Operation<T> wrapped(Wrapper<T> wrapper) {
        return new Operation<>(name, signatureText, (self, args) -> wrapper.call(self, args, body));
    }

    Operation<T> resigned(String signature) {
        return new Operation<>(name, signature, body);
    }

    /** Calls it with the methods that a subclass overrides, which matter to constructors only. */
    Object call(T self, List<Object> positional, Map<String, Object> keywords, Map<String, PythonCallable> overrides) {
        var args = signature().bind(name, positional, keywords).with(overrides);
        try {
            return body.call(self, args);
        } catch (RuntimeException raised) {
            throw raised;
        } catch (Exception checked) {
            throw new CheckedFailure(checked);
        }
    }

    /** Parsed at the first call: most operations of a session are never called. Two threads may parse it twice. */
    private Signature signature() {
        var parsed = signature;
        if (parsed == null) {
            parsed = Signature.parse(signatureText);
            signature = parsed;
        }
        return parsed;
    }
}
