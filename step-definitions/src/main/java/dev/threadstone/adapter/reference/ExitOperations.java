package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import dev.threadstone.reference.threading.Timeout;
import org.jspecify.annotations.Nullable;

/** What scenarios use of the interpreter's end, and native code that keeps its lock. */
final class ExitOperations {

    private static final int CALLBACKS_SINCE = 9;

    private ExitOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.function("sys.is_finalizing", "", args -> interpreter.isFinalizing())
                .function("sys.stdout.flush", "", args -> {
                    interpreter.stdout().flush();
                    return PythonNone.NONE;
                })
                .function("os._exit", "status", args -> {
                    interpreter.exitNow(args.integer("status").intValueExact());
                    interpreter.current().checkpoint();
                    return PythonNone.NONE;
                })
                .function("threadstone.at_teardown", "callback", args -> {
                    var heap = interpreter.heap();
                    heap.keepInModule(heap.newObject(new ReferenceCallable(args.callable("callback"))));
                    return PythonNone.NONE;
                })
                .function("threadstone.compute_natively", "seconds", args -> {
                    computeNatively(interpreter, Timeout.ofSeconds(args.number("seconds")));
                    return PythonNone.NONE;
                });
        if (interpreter.options().python().atLeast(CALLBACKS_SINCE)) {
            table.function("threading._register_atexit", "func", args -> {
                var callback = new ReferenceCallable(args.callable("func"));
                interpreter.threading().shutdownCallbacks().register(callback);
                return PythonNone.NONE;
            });
        }
    }

    /** Keeps the interpreter's lock for so long: no checkpoint comes, and no other thread runs Python code. */
    static void computeNatively(Interpreter interpreter, Timeout time) {
        var end = time.deadline(interpreter.platform());
        awaitEnd(interpreter, end);
        interpreter.current().checkpoint();
    }

    private static void awaitEnd(Interpreter interpreter, Deadline end) {
        while (!end.isPast(interpreter.platform())) {
            interpreter.platform().park(NativeCode.COMPUTING, end);
        }
    }

    /** A thread that is busy in native code. */
    private enum NativeCode implements Waiting {
        COMPUTING;

        @Override
        public String what() {
            return "the end of its native computation";
        }

        @Override
        public @Nullable PlatformThread heldBy() {
            return null;
        }
    }
}
