package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.process.ForkedProcess;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Child processes: what scenarios let them do. */
final class ForkOperations {

    private static final long KILLED = -9;

    private final Interpreter interpreter;

    private ForkOperations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    static void register(OperationTable table, Interpreter interpreter) {
        var operations = new ForkOperations(interpreter);
        table.function("threadstone.fork", "", args -> operations.inChild(child -> 0L))
                .function("threadstone.in_child", "function", args -> operations.inChild(args.callable("function")))
                .function(
                        "threadstone.join_in_child",
                        "thread",
                        args -> operations.joinInChild(args.object("thread", Thread.class)))
                .function("threadstone.thread_in_child", "", args -> operations.threadInChild())
                .function("threadstone.append_in_child", "items, value", args -> {
                    var copies = args.items("items");
                    return operations.inChild(child -> extended(copies, args.get("value")));
                })
                .function("threadstone.kill_child", "", args -> operations.inChild(child -> KILLED))
                .function("threadstone.compute_natively_in_child", "seconds", args -> {
                    var time = Timeout.ofSeconds(args.number("seconds"));
                    return operations.inChild(child -> {
                        ExitOperations.computeNatively(child.interpreter(), time);
                        return PythonNone.NONE;
                    });
                });
    }

    private Object inChild(Function<ForkedProcess, Object> code) {
        var child = ForkedProcess.fork(interpreter);
        return Objects.requireNonNull(child.run((args, kwargs) -> code.apply(child)));
    }

    /** Calls the function of the same name that the child has. */
    private Object inChild(PythonCallable function) {
        return inChild(child -> {
            var table = OperationTable.ofUnnamed();
            ModuleOperations.register(table, child.interpreter());
            return original(child, table.functionValue(function.name()).call(List.of(), Map.of()));
        });
    }

    private static Object original(ForkedProcess child, Object result) {
        if (result instanceof List<?> list) {
            var originals = new ArrayList<Object>();
            list.forEach(item -> originals.add(child.originalOf(item)));
            return originals;
        }
        return child.originalOf(result);
    }

    private Object joinInChild(Thread thread) {
        return inChild(child -> {
            child.copyOf(thread).join();
            return "joined";
        });
    }

    private Object threadInChild() {
        return inChild(child -> {
            var seen = new ArrayList<Object>();
            var thread = new Thread(child.interpreter(), PyCallable.of(() -> seen.add("ran")));
            thread.start();
            thread.join();
            return seen.get(0);
        });
    }

    private static Object extended(List<Object> items, Object value) {
        var copy = new ArrayList<>(items);
        copy.add(value);
        return copy;
    }
}
