package dev.threadstone.adapter.jvm;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code repr} and truth of the values that are plain data. */
final class PythonText {

    private PythonText() {}

    /** Whether this is data that crosses the boundary by value. */
    static boolean isPlain(Object value) {
        return value instanceof PythonNone
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Integer
                || value instanceof BigInteger
                || value instanceof Double
                || value instanceof String;
    }

    static String repr(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
        }
        if (value instanceof Double number && number.isInfinite()) {
            return number > 0 ? "inf" : "-inf";
        }
        if (value instanceof PythonTuple tuple) {
            return tuple.items().size() == 1
                    ? "(" + repr(tuple.items().get(0)) + ",)"
                    : joined(tuple.items(), "(", ")");
        }
        if (value instanceof List<?> list) {
            return joined(list, "[", "]");
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    /** The text of an exception that was made from these arguments. */
    static String ofArguments(List<Object> arguments) {
        if (arguments.isEmpty()) {
            return "";
        }
        return arguments.size() == 1 ? str(arguments.get(0)) : joined(arguments, "(", ")");
    }

    static String str(Object value) {
        return value instanceof String text ? text : repr(value);
    }

    /** Python's truth value testing; objects of a runtime are true. */
    static boolean isTrue(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Double number) {
            return number != 0;
        }
        if (value instanceof Number number) {
            return !number.toString().equals("0");
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof PythonTuple tuple) {
            return !tuple.items().isEmpty();
        }
        if (value instanceof Collection<?> items) {
            return !items.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof PythonCallable callable) {
            return callable.isTrue();
        }
        return value != PythonNone.NONE;
    }

    private static String joined(Collection<?> items, String open, String close) {
        return items.stream().map(PythonText::repr).collect(Collectors.joining(", ", open, close));
    }
}
