package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.Subinterpreter;
import dev.threadstone.reference.context.ContextVar;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;

/** {@code threadstone.ChildInterpreter}: an interpreter that was started with another setting of its own. */
final class ChildInterpreter {

    private final Subinterpreter inner;

    private ChildInterpreter(Interpreter outer, boolean threadInheritContext) {
        inner = outer.newSubinterpreter(outer.options().withThreadInheritContext(threadInheritContext));
    }

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threadstone.ChildInterpreter", ChildInterpreter.class)
                .constructor(
                        "thread_inherit_context",
                        args -> new ChildInterpreter(interpreter, args.isTrue("thread_inherit_context")))
                .op("start_thread", "", (child, args) -> child.startThread());
    }

    /** What the new thread saw in a variable that its starter set before, and what the starter saw in the end. */
    private List<Object> startThread() {
        var seen = new ArrayList<Object>();
        inner.run(PyCallable.of(() -> {
            var variable = new ContextVar(inner.interpreter(), "variable", "nothing");
            var thread = new Thread(inner.interpreter(), PyCallable.of(() -> {
                seen.add(String.valueOf(variable.get()));
                variable.set("thread");
            }));
            variable.set("starter");
            thread.start();
            thread.join();
            seen.add(String.valueOf(variable.get()));
        }));
        return seen;
    }
}
