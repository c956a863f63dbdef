package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.GilState;
import dev.threadstone.reference.Interpreter;
import java.util.List;
import java.util.Map;

/** What native code does with the interpreter lock and with thread states. */
final class NativeOperations {

    private NativeOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        NativeGate.register(table, interpreter);
        NativeThread.register(table, interpreter);
        NativeCounter.register(table);
        var states = interpreter.threadStates();
        table.function("threadstone.gil_held", "", args -> states.isCallerAttached())
                .function(
                        "threadstone.gil_held_while_allowing_threads",
                        "",
                        args -> interpreter.current().allowThreads(states::isCallerAttached))
                .function("threadstone.gil_ensure", "", args -> GilState.ensure(interpreter))
                .function("threadstone.gil_release", "", args -> {
                    GilState.release(interpreter);
                    return PythonNone.NONE;
                })
                .function("threadstone.thread_state", "", args -> (long) System.identityHashCode(interpreter.current()))
                .function(
                        "threadstone.native_ident",
                        "",
                        args -> interpreter.current().platformThread().id())
                .function("threadstone.add_pending_call", "task", args -> {
                    var task = new ReferenceCallable(args.callable("task"));
                    interpreter.pendingCalls().add(() -> task.call(List.of(), Map.of()));
                    return true;
                });
    }
}
