package dev.threadstone.adapter.jvm;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What scenarios use of {@code operator}: functions to be called by whoever gets them. */
final class Operators {

    private Operators() {}

    static void register(OperationTable table) {
        table.function(
                        "operator.pow",
                        "a, b, /",
                        args -> Literal.integer(
                                args.integer("a").pow(args.integer("b").intValueExact())))
                .function("operator.floordiv", "a, b, /", Operators::floorDivision)
                .function("operator.ne", "a, b, /", args -> !args.get("a").equals(args.get("b")))
                .function("operator.eq", "a, b, /", args -> args.get("a").equals(args.get("b")))
                .function("operator.gt", "a, b, /", args -> args.number("a") > args.number("b"))
                .function("operator.index", "a, /", args -> Literal.integer(args.integer("a")))
                .function("operator.contains", "a, b, /", args -> contains(args.get("a"), args.get("b")));
    }

    private static boolean contains(Object container, Object item) {
        if (container instanceof Map<?, ?> map) {
            return map.containsKey(item);
        }
        if (container instanceof PythonTuple tuple) {
            return tuple.items().contains(item);
        }
        if (container instanceof List<?> list) {
            return list.contains(item);
        }
        throw PythonException.typeError("argument of type '" + PythonText.repr(container) + "' is not iterable");
    }

    private static Object floorDivision(Args args) {
        var divisor = args.integer("b");
        if (divisor.signum() == 0) {
            throw new PythonException("ZeroDivisionError", "integer division or modulo by zero");
        }
        var parts = args.integer("a").divideAndRemainder(divisor);
        var rounded = parts[1].signum() != 0 && parts[1].signum() != divisor.signum()
                ? parts[0].subtract(BigInteger.ONE)
                : parts[0];
        return Literal.integer(rounded);
    }
}
