package dev.threadstone.adapter.jvm;

import java.math.BigDecimal;
import java.util.List;

/**
 * Python's {@code <} between values: numbers, texts, tuples and lists by their items, {@code threadstone.Prioritized}; all
 * else has no order.
 *
 * <p>Source: Python language reference, "Value comparisons".
 */
public final class PythonOrder {

    private PythonOrder() {}

    /**
     * {@code one < other}.
     *
     * @throws PythonException {@code TypeError} if the two have no order
     */
    public static boolean isLess(Object one, Object other) {
        if (isNumber(one) && isNumber(other)) {
            return number(one).compareTo(number(other)) < 0;
        }
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText) < 0;
        }
        if (one instanceof PythonTuple tuple && other instanceof PythonTuple otherTuple) {
            return isLess(tuple.items(), otherTuple.items());
        }
        if (one instanceof List<?> list && other instanceof List<?> otherList) {
            return isLess(list, otherList);
        }
        if (one instanceof Prioritized entry && other instanceof Prioritized otherEntry) {
            return isLess(entry.priority(), otherEntry.priority());
        }
        throw PythonException.typeError(
                "'<' not supported between instances of '" + typeName(one) + "' and '" + typeName(other) + "'");
    }

    /**
     * What comes first in {@code sorted}: negative if that is the one, positive if it is the other.
     *
     * @throws PythonException as {@link #isLess(Object, Object)}
     */
    public static int compare(Object one, Object other) {
        if (isLess(one, other)) {
            return -1;
        }
        return isLess(other, one) ? 1 : 0;
    }

    /** The first items that differ decide; if there are none, the shorter one is less. */
    private static boolean isLess(List<?> one, List<?> other) {
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            if (!isEqual(one.get(place), other.get(place))) {
                return isLess(one.get(place), other.get(place));
            }
        }
        return one.size() < other.size();
    }

    @SuppressWarnings("ReferenceEquality") // what has no value is equal to itself only
    private static boolean isEqual(Object one, Object other) {
        if (isNumber(one) && isNumber(other)) {
            return number(one).compareTo(number(other)) == 0;
        }
        return one == other || (!(one instanceof Prioritized) && one.equals(other));
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return new BigDecimal(value.toString());
    }

    private static String typeName(Object value) {
        return PythonTypes.nameOf(value).orElse("object");
    }
}
