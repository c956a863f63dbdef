package dev.threadstone.adapter.jvm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call, bound to the names of its signature. The typed accessors follow Python's rules and raise
 * {@code TypeError} for the wrong kind. All throw {@link IllegalArgumentException} for a name that is not in the
 * signature.
 */
public final class Args {

    private final String function;
    private final Map<String, Object> values;
    private final Set<String> given;
    private final Map<String, PythonCallable> overrides;

    Args(String function, Map<String, Object> values, Set<String> given) {
        this(function, values, given, Map.of());
    }

    private Args(
            String function, Map<String, Object> values, Set<String> given, Map<String, PythonCallable> overrides) {
        this.function = function;
        this.values = values;
        this.given = given;
        this.overrides = overrides;
    }

    Args with(Map<String, PythonCallable> methods) {
        return methods.isEmpty() ? this : new Args(function, values, given, methods);
    }

    /** These arguments as if the class that is being constructed overrode nothing. */
    public Args withoutOverrides() {
        return new Args(function, values, given, Map.of());
    }

    /** These arguments with one of them replaced. */
    public Args with(String name, Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Args(function, changed, given, overrides);
    }

    /**
     * In a constructor: the method of this name as the subclass that is being constructed overrides it, to be called with
     * the new object first. Empty if it does not.
     */
    public Optional<PythonCallable> override(String method) {
        return Optional.ofNullable(overrides.get(method));
    }

    /** The argument as it is. */
    public Object get(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The signature of " + function + " has no parameter " + name + "; it has " + values.keySet() + ".");
        }
        return value;
    }

    /** Whether the caller wrote it, as opposed to its default. */
    public boolean isGiven(String name) {
        return given.contains(name);
    }

    public boolean isNone(String name) {
        return get(name) == PythonNone.NONE;
    }

    /** The argument, or null for {@code None}. */
    public @Nullable Object orNull(String name) {
        return isNone(name) ? null : get(name);
    }

    /** Its truth value: {@code None}, zero and what is empty are false. */
    public boolean isTrue(String name) {
        return PythonText.isTrue(get(name));
    }

    /** An {@code int} or {@code bool}. */
    public BigInteger integer(String name) {
        return integerOf(get(name)).orElseThrow(() -> wrongKind(name, "an integer"));
    }

    /** An {@code int}, {@code float} or {@code bool}, such as a number of seconds. Other real numbers are refused. */
    public double number(String name) {
        var value = get(name);
        if (value instanceof Double number) {
            return number;
        }
        return integerOf(value)
                .map(BigInteger::doubleValue)
                .orElseThrow(() -> wrongKind(name, "an integer or a float"));
    }

    /** Any real number, fractions and decimals included. */
    public double real(String name) {
        return get(name) instanceof PythonReal real ? real.value() : number(name);
    }

    public String text(String name) {
        if (get(name) instanceof String text) {
            return text;
        }
        throw wrongKind(name, "a str");
    }

    /** The qualified name of a type. */
    public String typeName(String name) {
        if (get(name) instanceof TypeObject type) {
            return type.name();
        }
        throw wrongKind(name, "a type");
    }

    public PythonCallable callable(String name) {
        if (get(name) instanceof PythonCallable callable) {
            return callable;
        }
        throw wrongKind(name, "callable");
    }

    /**
     * The items of a list, a tuple or another object that can be iterated over, the keys of a dict, or what is left of an
     * iterator, which may have to wait.
     */
    public List<Object> items(String name) {
        var value = get(name);
        if (value instanceof PythonTuple tuple) {
            return tuple.items();
        }
        if (value instanceof Iterable<?> iterable) {
            var items = new ArrayList<Object>();
            iterable.forEach(items::add);
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<Object>(map.keySet());
        }
        if (value instanceof Iterator<?> iterator) {
            var items = new ArrayList<Object>();
            iterator.forEachRemaining(items::add);
            return items;
        }
        throw wrongKind(name, "iterable");
    }

    /** The entries of a dict whose keys are texts. */
    public Map<String, Object> entries(String name) {
        if (get(name) instanceof Map<?, ?> map) {
            var entries = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> entries.put(String.valueOf(key), value));
            return entries;
        }
        throw wrongKind(name, "a mapping");
    }

    /** An object of the runtime. */
    public <T> T object(String name, Class<T> type) {
        if (type.isInstance(get(name))) {
            return type.cast(get(name));
        }
        throw wrongKind(name, "a " + type.getSimpleName());
    }

    private static Optional<BigInteger> integerOf(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag ? BigInteger.ONE : BigInteger.ZERO);
        }
        if (value instanceof BigInteger big) {
            return Optional.of(big);
        }
        return value instanceof Long || value instanceof Integer
                ? Optional.of(BigInteger.valueOf(((Number) value).longValue()))
                : Optional.empty();
    }

    private PythonException wrongKind(String name, String wanted) {
        return PythonException.typeError(
                "%s() argument '%s' must be %s, not %s".formatted(function, name, wanted, PythonText.repr(get(name))));
    }
}
