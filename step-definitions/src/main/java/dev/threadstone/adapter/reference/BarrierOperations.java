package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Barrier;

/** {@code threading.Barrier}. */
final class BarrierOperations {

    private BarrierOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threading.Barrier", Barrier.class)
                .constructor("parties, action=None, timeout=None", args -> create(interpreter, args))
                .op("wait", "timeout=None", (barrier, args) -> (long) barrier.await(OptionalTimeout.of(args)))
                .action("reset", "", (barrier, args) -> barrier.reset())
                .action("abort", "", (barrier, args) -> barrier.abort())
                .attribute("parties", barrier -> (long) barrier.parties())
                .attribute("n_waiting", barrier -> (long) barrier.waiting())
                .attribute("broken", Barrier::isBroken)
                .op("__repr__", "", (barrier, args) -> barrier.toString());
    }

    private static Barrier create(Interpreter interpreter, Args args) {
        return new Barrier(
                interpreter,
                args.integer("parties").intValueExact(),
                args.isNone("action") ? null : ReferenceCallable.of(args.get("action")),
                OptionalTimeout.of(args));
    }
}
