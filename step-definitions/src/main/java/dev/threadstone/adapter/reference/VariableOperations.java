package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;

/** {@code threadstone.Variable}. */
final class VariableOperations {

    private static final String VARIABLE = "threadstone.Variable";

    private VariableOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
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
                        "copy",
                        "other",
                        (variable, args) -> variable.assign(
                                args.object("other", SharedVariable.class).value()))
                .action(
                        "increment",
                        "n=1",
                        (variable, args) -> variable.increment(args.integer("n").longValueExact()))
                .attribute("value", SharedVariable::value, SharedVariable::assign);
    }
}
