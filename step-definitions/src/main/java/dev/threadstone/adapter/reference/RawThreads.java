package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.platform.SpawnRefusedException;
import java.util.List;
import java.util.Map;

/** {@code _thread}: threads without a {@code Thread} object, for which the interpreter does not wait. */
final class RawThreads {

    private RawThreads() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.function(
                        "_thread.start_new_thread",
                        "function, args, kwargs={}, /",
                        args -> start(
                                interpreter, args.callable("function"), args.items("args"), args.entries("kwargs")))
                .function(
                        "_thread.get_ident", "", args -> interpreter.threading().getIdent());
    }

    private static long start(
            Interpreter interpreter, PythonCallable function, List<Object> args, Map<String, Object> kwargs) {
        try {
            return interpreter
                    .platform()
                    .spawn("raw " + function.name(), 0, () -> run(interpreter, function, args, kwargs))
                    .id();
        } catch (SpawnRefusedException refused) {
            throw new PythonException("RuntimeError", "can't start new thread");
        }
    }

    /** No finally: what the platform ends in a park must not touch the interpreter any more. */
    private static void run(
            Interpreter interpreter, PythonCallable function, List<Object> args, Map<String, Object> kwargs) {
        var state = interpreter.threadStates().create();
        state.attach();
        try {
            function.call(args, kwargs);
        } catch (RuntimeException raised) {
            interpreter
                    .stderr()
                    .write("Exception ignored in thread started by: " + function.name() + "\n" + raised + "\n");
        }
        interpreter.threading().leave(state);
        interpreter.threadStates().discard(state);
        state.detach();
    }
}
