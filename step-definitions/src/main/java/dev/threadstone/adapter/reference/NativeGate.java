package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** {@code threadstone.NativeGate}: something that native code waits for, without the interpreter lock or with it. */
final class NativeGate implements Waiting {

    private static final double NANOS = 1e9;

    private final Interpreter interpreter;
    private final Platform platform;
    private final Queue<PlatformThread> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean open;

    NativeGate(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.platform = interpreter.platform();
    }

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threadstone.NativeGate", NativeGate.class)
                .constructor("", args -> new NativeGate(interpreter))
                .action("open", "", (gate, args) -> gate.open())
                .action("open_at_finalization", "", (gate, args) -> gate.openAtFinalization())
                .op("wait", "", (gate, args) -> gate.awaitAllowingThreads())
                .op("wait_allowing_threads", "opener", (gate, args) -> {
                    gate.startThread(args.callable("opener"));
                    return gate.awaitAllowingThreads();
                })
                .op("wait_holding_gil", "opener, seconds", (gate, args) -> {
                    gate.startThread(args.callable("opener"));
                    var limit = Duration.ofNanos((long) (args.number("seconds") * NANOS));
                    return gate.await(Deadline.after(gate.platform, limit));
                });
    }

    /** Lets everybody through, now and later. */
    void open() {
        open = true;
        waiting.forEach(platform::unpark);
    }

    /** Lets other threads run meanwhile. */
    boolean awaitAllowingThreads() {
        return interpreter.current().allowThreads(() -> await(Deadline.NEVER));
    }

    /** Native code waits; if the caller holds the interpreter lock, it keeps it. */
    boolean await(Deadline deadline) {
        var caller = platform.current();
        waiting.add(caller);
        while (!open && !deadline.isPast(platform)) {
            platform.park(this, deadline);
        }
        waiting.remove(caller);
        return open;
    }

    private void startThread(PythonCallable opener) {
        interpreter.threading().lowLevel().startNewThread(new ReferenceCallable(opener), List.of(), Map.of());
    }

    /** Opens when the modules are torn down, which is after finalization has begun. */
    private void openAtFinalization() {
        var heap = interpreter.heap();
        heap.keepInModule(heap.newObject(PyCallable.of(this::open)));
    }

    @Override
    public String what() {
        return "a native gate";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
