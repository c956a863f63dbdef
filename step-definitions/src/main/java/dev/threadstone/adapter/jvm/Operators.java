package dev.threadstone.adapter.jvm;

import java.math.BigInteger;

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
                .function("operator.ne", "a, b, /", args -> !args.get("a").equals(args.get("b")));
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
