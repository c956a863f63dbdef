package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import java.time.Duration;

/** Busy threads, and the variables that they share. */
final class ComputingOperations {

    private static final String VARIABLE = "threadstone.Variable";
    private static final double NANOS = 1e9;

    private ComputingOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        registerVariable(table, interpreter);
        table.function("threadstone.compute", "seconds, /", args -> {
                    interpreter.current().compute(Duration.ofNanos((long) (args.number("seconds") * NANOS)));
                    return PythonNone.NONE;
                })
                .function("threadstone.spin", "variable, value, /", args -> {
                    args.object("variable", SharedVariable.class).spinUntil(args.get("value"));
                    return PythonNone.NONE;
                });
    }

    private static void registerVariable(OperationTable table, Interpreter interpreter) {
        table.without(VARIABLE)
                .on(VARIABLE, SharedVariable.class)
                .constructor("value=0", args -> new SharedVariable(interpreter, args.get("value")))
                .op("read", "", (variable, args) -> variable.read())
                .op(
                        "add",
                        "n",
                        (variable, args) -> variable.add(args.integer("n").longValueExact()))
                .op("is_equal_to", "other", (variable, args) -> variable.isEqualTo(args.get("other")))
                .op(
                        "is_above",
                        "other",
                        (variable, args) ->
                                variable.isAbove(args.integer("other").longValueExact()))
                .action("write", "", (variable, args) -> variable.write())
                .action("assign", "value", (variable, args) -> variable.assign(args.get("value")))
                .action(
                        "increment",
                        "n=1",
                        (variable, args) -> variable.increment(args.integer("n").longValueExact()))
                .attribute("value", SharedVariable::value, SharedVariable::assign);
    }
}
