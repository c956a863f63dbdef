package dev.threadstone.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Python value as it crosses the boundary between the suite and a runtime. {@code toString} gives Python source.
 * Equality is by kind and content: {@code True} is not {@code 1}, a list is not a tuple.
 */
public sealed interface Value {

    /** The object of a declared name: identity, not equality. As a result: the very object that was bound to the name. */
    record Ref(String name) implements Value {
        @Override
        public String toString() {
            return name;
        }
    }

    record None() implements Value {
        @Override
        public String toString() {
            return "None";
        }
    }

    record Bool(boolean value) implements Value {
        @Override
        public String toString() {
            return value ? "True" : "False";
        }
    }

    record Int(BigInteger value) implements Value {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** A float; {@code inf} and {@code nan} included. */
    record Real(double value) implements Value {
        @Override
        public String toString() {
            if (Double.isInfinite(value)) {
                return value > 0 ? "inf" : "-inf";
            }
            return Double.isNaN(value) ? "nan" : Double.toString(value);
        }
    }

    record Text(String value) implements Value {
        @Override
        public String toString() {
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
        }
    }

    record ListOf(List<Value> items) implements Value {
        public ListOf {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    record TupleOf(List<Value> items) implements Value {
        public TupleOf {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.size() == 1
                    ? "(" + items.get(0) + ",)"
                    : items.stream().map(Value::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    record DictOf(Map<String, Value> entries) implements Value {
        public DictOf {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String toString() {
            return entries.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> "'" + entry.getKey() + "': " + entry.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** A length of scenario time, passed as a float number of seconds after the session has scaled it. */
    record Seconds(Duration duration) implements Value {
        @Override
        public String toString() {
            return BigDecimal.valueOf(duration.toNanos(), 9)
                            .stripTrailingZeros()
                            .toPlainString() + "s";
        }
    }

    /** What a qualified name stands for in the runtime, {@code threading.TIMEOUT_MAX}, plus a whole number. */
    record Constant(String qualifiedName, int plus) implements Value {
        @Override
        public String toString() {
            return plus == 0 ? qualifiedName : qualifiedName + " + " + plus;
        }
    }

    /** Results only: an object that has no name here and is no plain value. */
    record Opaque(String type, String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }

    Value NONE = new None();
    Value TRUE = new Bool(true);
    Value FALSE = new Bool(false);

    static Value ref(String name) {
        return new Ref(name);
    }

    static Value of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Value of(long value) {
        return new Int(BigInteger.valueOf(value));
    }

    static Value of(double value) {
        return new Real(value);
    }

    static Value of(String value) {
        return new Text(value);
    }

    static Value of(Duration duration) {
        return new Seconds(duration);
    }

    static Value list(Value... items) {
        return new ListOf(List.of(items));
    }

    static Value tuple(Value... items) {
        return new TupleOf(List.of(items));
    }

    static Value constant(String qualifiedName) {
        return new Constant(qualifiedName, 0);
    }
}
