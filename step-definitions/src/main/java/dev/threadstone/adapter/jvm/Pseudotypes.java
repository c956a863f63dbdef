package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What scenarios need beside the runtime itself: the names under {@code threadstone}. */
final class Pseudotypes {

    private Pseudotypes() {}

    static void register(OperationTable table, Names names, Members members, Errors errors, Steering steering) {
        table.on("threadstone.Object", PythonObject.class).constructor("", args -> new PythonObject());
        registerQueueTypes(table, members, errors, steering);
        table.on("threadstone.Variable", Variable.class)
                .constructor("value=0", args -> new Variable(steering, args.get("value")))
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
                                args.object("other", Variable.class).value()))
                .action(
                        "increment",
                        "n=1",
                        (variable, args) -> variable.increment(args.integer("n").longValueExact()))
                .attribute("value", Variable::value, Variable::assign);
        table.variable("threadstone.warnings", () -> new ArrayList<>(table.warnings()), ignored -> {});
        table.function("threadstone.show", "function, *args", args -> {
            var shown = shown(names, members, errors, args);
            members.callByName("sys.stdout.write", List.of("[" + shown + "]"), Map.of());
            return PythonNone.NONE;
        });
    }

    private static void registerQueueTypes(OperationTable table, Members members, Errors errors, Steering steering) {
        table.on("threadstone.Prioritized", Prioritized.class)
                .constructor("priority, item", args -> new Prioritized(args.get("priority"), args.get("item")))
                .attribute("priority", Prioritized::priority)
                .attribute("item", Prioritized::item);
        table.on("threadstone.Ledger", Ledger.class)
                .constructor("queue", args -> new Ledger(args.get("queue"), members, errors, steering))
                .action("put", "count", (ledger, args) -> ledger.put(count(args)))
                .action("get", "count", (ledger, args) -> ledger.get(count(args)))
                .action("get_timed", "count", (ledger, args) -> ledger.getTimed(count(args)))
                .action("poll", "count", (ledger, args) -> ledger.poll(count(args)))
                .op("balance", "", (ledger, args) -> ledger.balance())
                .op("overtakings", "", (ledger, args) -> ledger.overtakings())
                .op("descents", "", (ledger, args) -> ledger.descents())
                .op("largest_size", "", (ledger, args) -> ledger.largestSize());
    }

    private static int count(Args args) {
        return args.integer("count").intValueExact();
    }

    /** What a call returns, by name if it has one, or the type of what it raises. */
    private static String shown(Names names, Members members, Errors errors, Args args) {
        try {
            var result = args.callable("function").call(args.items("args"), Map.of());
            return names.nameOf(result).orElseGet(() -> members.repr(result));
        } catch (RuntimeException raised) {
            return errors.describe(raised).type();
        }
    }
}
