package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.process.ProcessState;
import java.util.concurrent.ConcurrentHashMap;

/** What scenarios use of {@code os}, and modules that are imported by name. */
final class ProcessOperations {

    /** Some number for the one process that there is. */
    private static final long PROCESS = 4711;

    private ProcessOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var process = new ProcessState(interpreter, PROCESS);
        table.function("os.getpid", "", args -> process.id())
                .function("os.getcwd", "", args -> process.workingDirectory())
                .function("os.chdir", "path", args -> {
                    process.workingDirectory(args.text("path"));
                    return PythonNone.NONE;
                })
                .function("os.getenv", "key", args -> {
                    var value = process.variable(args.text("key"));
                    return value == null ? PythonNone.NONE : value;
                });
        table.on("os._Environ", Environment.class)
                .action(
                        "__setitem__",
                        "key, value",
                        (environment, args) -> environment.process().variable(args.text("key"), args.text("value")));
        table.constant("os.environ", new Environment(process));
        var modules = new ConcurrentHashMap<String, ImportedModule>();
        table.function(
                "importlib.import_module",
                "name",
                args -> modules.computeIfAbsent(args.text("name"), ImportedModule::new));
    }

    /** {@code os.environ}. */
    private record Environment(ProcessState process) {}

    /** A module of the standard library, of which nothing but its name is modelled. */
    private record ImportedModule(String name) {}
}
