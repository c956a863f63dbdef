package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Local;
import java.util.Objects;

/** {@code threading.local}. */
final class LocalOperations {

    private LocalOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threading.local", Local.class)
                .constructor("*args, **kwargs", args -> {
                    requireNone(args);
                    return new LocalObject(interpreter);
                })
                .blank(() -> new LocalObject(interpreter))
                .op("__getattr__", "name", (local, args) -> get(local, args.text("name")))
                .action("__setattr__", "name, value", (local, args) -> local.set(args.text("name"), args.get("value")))
                .action("__delattr__", "name", (local, args) -> local.delete(args.text("name")))
                .attribute("__dict__", Local::dict);
    }

    private static void requireNone(Args args) {
        if (!args.items("args").isEmpty() || !args.entries("kwargs").isEmpty()) {
            throw PythonException.typeError("Initialization arguments are not supported");
        }
    }

    private static Object get(Local local, String name) {
        if (!local.has(name)) {
            throw PythonException.attributeError(local + " has no attribute '" + name + "'");
        }
        return Objects.requireNonNull(local.get(name));
    }
}
