package dev.threadstone.adapter.jvm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** The few Python literals that stand as defaults in signatures. */
final class Literal {

    private Literal() {}

    static Object parse(String text) {
        return switch (text) {
            case "None" -> PythonNone.NONE;
            case "True" -> true;
            case "False" -> false;
            case "()" -> PythonTuple.EMPTY;
            case "[]" -> new ArrayList<>();
            case "{}" -> new LinkedHashMap<>();
            default -> text.startsWith("'") ? text.substring(1, text.length() - 1) : number(text);
        };
    }

    private static Object number(String text) {
        try {
            return text.contains(".") ? (Object) Double.valueOf(text) : integer(new BigInteger(text));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "The default " + text + " is none of None, True, False, (), [], {}, a number or a 'text'.",
                    notANumber);
        }
    }

    /** A Python {@code int}: a long if it fits. */
    static Object integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }
}
