package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.Threading;
import java.util.ArrayList;

/** What the operating system knows of threads, and the module as its first importer gets it. */
final class IdentityOperations {

    private IdentityOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var kernel = interpreter.kernelTasks();
        table.function("os.getpid", "", args -> kernel.process())
                .function("threadstone.kernel_tasks", "", args -> new ArrayList<>(kernel.numbers()))
                .function("threadstone.kernel_name", "thread", args -> {
                    var number = args.object("thread", Thread.class).nativeId();
                    if (number == null) {
                        throw new PythonException("ValueError", "the thread has not been started");
                    }
                    return kernel.nameOf(number);
                })
                .function("threadstone.import_afresh", "name", args -> imported(interpreter, args.text("name")));
        table.on("threadstone.Threading", Threading.class).op("main_thread", "", (module, args) -> module.mainThread());
    }

    private static Threading imported(Interpreter interpreter, String name) {
        if (!name.equals("threading")) {
            throw new PythonException("ModuleNotFoundError", "No module named '" + name + "'");
        }
        return interpreter.threading().importedAfresh();
    }
}
