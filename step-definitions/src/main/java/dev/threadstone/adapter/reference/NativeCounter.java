package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;

/** {@code threadstone.NativeCounter}: a number of native code's own that nothing guards. */
final class NativeCounter {

    private volatile long value;

    private NativeCounter() {}

    static void register(OperationTable table) {
        table.on("threadstone.NativeCounter", NativeCounter.class)
                .constructor("", args -> new NativeCounter())
                .action("add_one", "gate", (counter, args) -> counter.addOne(args.object("gate", NativeGate.class)))
                .attribute("value", counter -> counter.value);
    }

    /** Reads, waits without the interpreter lock, and writes. */
    private void addOne(NativeGate gate) {
        var seen = value;
        gate.awaitAllowingThreads();
        value = seen + 1;
    }
}
