package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.imports.Module;

/** Modules whose body is a task, and their import. */
final class ImportOperations {

    private ImportOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("module", Module.class)
                .attribute("__name__", Module::name)
                .op("__getattr__", "name", (module, args) -> get(module, args.text("name")))
                .action(
                        "__setattr__",
                        "name, value",
                        (module, args) -> module.set(args.text("name"), args.get("value")))
                .op("__repr__", "", (module, args) -> module.toString());
        table.action("threadstone.add_module", "name, body", args -> define(table, interpreter, args))
                .function("__import__", "name", args -> interpreter.modules().importModule(args.text("name")));
    }

    /** The module is known by its own name from the beginning of its body on. */
    private static void define(OperationTable table, Interpreter interpreter, Args args) {
        var name = args.text("name");
        var body = args.callable("body");
        interpreter.modules().define(name, module -> {
            table.bind(name, module);
            body.call();
        });
    }

    private static Object get(Module module, String name) {
        if (!module.has(name)) {
            throw PythonException.attributeError(module + " has no attribute '" + name + "'");
        }
        return module.get(name);
    }
}
