package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.GilState;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.Unraisable;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.PlatformThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code threadstone.NativeThread}: a thread that native code made. It calls back, and natively goes on with a second call,
 * or with a wait for {@code let_go}. Before the first and after the last call it looks whether it holds the lock.
 */
final class NativeThread {

    private final Interpreter interpreter;
    private final PyCallable target;
    private final @Nullable PyCallable again;
    private final NativeGate mayGo;
    private final NativeGate ended;
    private final List<Object> heldOutside = new CopyOnWriteArrayList<>();
    private volatile @Nullable PlatformThread carrier;

    NativeThread(Interpreter interpreter, PyCallable target, @Nullable PyCallable again, boolean stays) {
        this.interpreter = interpreter;
        this.target = target;
        this.again = again;
        this.mayGo = new NativeGate(interpreter);
        this.ended = new NativeGate(interpreter);
        if (!stays) {
            mayGo.open();
        }
    }

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threadstone.NativeThread", NativeThread.class)
                .constructor("target, again=None, stays=False", args -> create(interpreter, args))
                .action("start", "", (thread, args) -> thread.start())
                .action("let_go", "", (thread, args) -> thread.mayGo.open())
                .action("join", "", (thread, args) -> thread.ended.awaitAllowingThreads())
                .attribute("ident", NativeThread::ident)
                .attribute("held_outside", thread -> new ArrayList<>(thread.heldOutside));
        table.function("threadstone.start_native_threads", "number, target", args -> {
            var callable = new ReferenceCallable(args.callable("target"));
            var threads = LongStream.range(0, args.integer("number").longValueExact())
                    .mapToObj(number -> new NativeThread(interpreter, callable, null, false))
                    .toList();
            threads.forEach(NativeThread::start);
            threads.forEach(thread -> thread.ended.awaitAllowingThreads());
            return PythonNone.NONE;
        });
    }

    private static NativeThread create(Interpreter interpreter, Args args) {
        return new NativeThread(
                interpreter,
                new ReferenceCallable(args.callable("target")),
                args.isNone("again") ? null : new ReferenceCallable(args.callable("again")),
                args.isTrue("stays"));
    }

    private void start() {
        carrier = interpreter.platform().spawn("native", 0, this::run);
    }

    private void run() {
        look();
        callBack(target);
        if (again != null) {
            callBack(again);
        }
        look();
        mayGo.await(Deadline.NEVER);
        ended.open();
    }

    private void look() {
        heldOutside.add(interpreter.threadStates().isCallerAttached());
    }

    private void callBack(PyCallable callable) {
        GilState.ensure(interpreter, () -> {
            try {
                return callable.call(List.of(), Map.of()) == null;
            } catch (RuntimeException raised) {
                var message = "Exception ignored while calling back";
                interpreter.unraisableHook().invoke(new Unraisable(PythonException.from(raised), message, callable));
                return false;
            }
        });
    }

    private Object ident() {
        var thread = carrier;
        return thread == null ? PythonNone.NONE : (Object) thread.id();
    }
}
