package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.context.ContextVar;
import dev.threadstone.reference.context.Token;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** {@code contextvars}, and the flag of {@code sys} that is about contexts. */
final class ContextOperations {

    private static final int FOURTEEN = 14;

    private ContextOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        registerVariables(table, interpreter);
        registerContexts(table, interpreter);
        if (interpreter.options().python().atLeast(FOURTEEN)) {
            table.constant(
                    "sys.flags.thread_inherit_context", interpreter.options().inheritsContext() ? 1L : 0L);
        }
    }

    private static void registerVariables(OperationTable table, Interpreter interpreter) {
        table.on("contextvars.ContextVar", ContextVar.class)
                .sealed()
                .constructor("name, /, *, default=None", args -> variable(interpreter, args))
                .attribute("name", ContextVar::name)
                .op(
                        "get",
                        "default=None, /",
                        (variable, args) ->
                                orNone(args.isGiven("default") ? variable.get(args.get("default")) : variable.get()))
                .op("set", "value, /", (variable, args) -> variable.set(args.get("value")))
                .action("reset", "token, /", (variable, args) -> variable.reset(args.object("token", Token.class)));
        var token = table.on("contextvars.Token", Token.class)
                .sealed()
                .attribute("var", Token::variable)
                .attribute("old_value", made -> orNone(made.oldValue()));
        table.constant("contextvars.Token.MISSING", Token.MISSING);
        if (interpreter.options().python().atLeast(FOURTEEN)) {
            token.op("__enter__", "", (made, args) -> made).action("__exit__", "*error", (made, args) -> made.exit());
        }
    }

    private static ContextVar variable(Interpreter interpreter, Args args) {
        return args.isGiven("default")
                ? new ContextVar(interpreter, args.text("name"), args.get("default"))
                : new ContextVar(interpreter, args.text("name"));
    }

    private static void registerContexts(OperationTable table, Interpreter interpreter) {
        table.function(
                "contextvars.copy_context", "", args -> interpreter.contexts().copy());
        table.on("contextvars.Context", Context.class)
                .sealed()
                .constructor("", args -> new Context(interpreter))
                .op("run", "callable, /, *args, **kwargs", (context, args) -> run(context, args))
                .op("copy", "", (context, args) -> context.copy())
                .op(
                        "get",
                        "key, default=None, /",
                        (context, args) -> orNone(context.get(key(args), args.get("default"))))
                .op("__getitem__", "key, /", (context, args) -> orNone(context.get(key(args))))
                .op("__contains__", "key, /", (context, args) -> context.contains(key(args)))
                .op("__len__", "", (context, args) -> (long) context.size())
                .op("keys", "", (context, args) -> new ArrayList<Object>(context.keys()))
                .op("values", "", (context, args) -> values(context))
                .op("items", "", (context, args) -> items(context));
    }

    private static Object run(Context context, Args args) {
        var function = ReferenceCallable.of(args.callable("callable"));
        return orNone(context.run(function, args.items("args"), args.entries("kwargs")));
    }

    private static ContextVar key(Args args) {
        return args.object("key", ContextVar.class);
    }

    private static Object values(Context context) {
        var values = new ArrayList<Object>();
        context.values().forEach(value -> values.add(orNone(value)));
        return values;
    }

    private static Object items(Context context) {
        var items = new ArrayList<Object>();
        context.forEach(variable -> items.add(PythonTuple.of(variable, orNone(context.get(variable, null)))));
        return items;
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? PythonNone.NONE : value;
    }
}
