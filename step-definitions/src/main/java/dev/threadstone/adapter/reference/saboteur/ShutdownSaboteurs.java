package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.SystemExit;
import dev.threadstone.reference.signals.Signal;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Thread;
import java.util.List;

/** Saboteurs of the end of a process: its status, the wait for threads, and the ends without ceremony. */
final class ShutdownSaboteurs {

    private static final int STATUS_OF_TERM = 241;

    private ShutdownSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "exit-status-is-lost",
                        "The exit status of an interpreter that ends by itself is 0.",
                        "DAEMON-008 EXECEXIT-008 SHUTDOWN-002 SHUTDOWN-027",
                        ShutdownSaboteurs::loseStatus),
                thread(
                        "no-threads-once-main-has-ended",
                        "Once the main thread has ended no thread can be started.",
                        "SHUTDOWN-003",
                        (thread, interpreter) -> thread.wrap("start", (self, args, original) -> {
                            if (!interpreter.threading().mainThread().isAlive() && !interpreter.isFinalizing()) {
                                throw new RuntimeError("can't create new thread at interpreter shutdown");
                            }
                            return original.call(self, args);
                        })),
                thread(
                        "main-thread-never-ends",
                        "Whoever joins the main thread waits for good.",
                        "SHUTDOWN-004 THREAD-036",
                        (thread, interpreter) -> thread.wrap("join", (self, args, original) -> {
                            if (self.equals(interpreter.threading().mainThread()) && args.isNone("timeout")) {
                                new Crowd(interpreter).await();
                            }
                            return original.call(self, args);
                        })),
                Saboteur.of(
                        "os-exit-flushes",
                        "os._exit() flushes standard output.",
                        "SHUTDOWN-022",
                        (table, interpreter) -> table.wrapFunction("os._exit", (nobody, args, original) -> {
                            interpreter.stdout().flush();
                            return original.call(nobody, args);
                        })),
                Saboteur.of(
                        "os-exit-does-nothing-in-workers",
                        "os._exit() of a worker returns.",
                        "SHUTDOWN-022 PROCESS-008",
                        (table, interpreter) -> table.wrapFunction(
                                "os._exit",
                                (nobody, args, original) ->
                                        interpreter.current().isMain()
                                                ? original.call(nobody, args)
                                                : PythonNone.NONE)),
                Saboteur.of(
                        "termination-signal-is-an-exit-request",
                        "SIGTERM raises SystemExit in the main thread.",
                        "SHUTDOWN-023",
                        (table, interpreter) -> table.wrapFunction("atexit.register", (nobody, args, original) -> {
                            if (interpreter.current().isMain()) {
                                interpreter.signals().signal(Signal.SIGTERM.number(), PyCallable.of(() -> {
                                    throw new SystemExit(STATUS_OF_TERM);
                                }));
                            }
                            return original.call(nobody, args);
                        })),
                Saboteur.of(
                        "low-level-thread-is-waited-for",
                        "The interpreter waits for threads of _thread.start_new_thread().",
                        "IDENT-026 IDENT-029 IDENT-030 LOCK-046 LOWLEVEL-003 SHUTDOWN-024",
                        ShutdownSaboteurs::waitForLowLevel),
                Saboteur.of(
                        "subinterpreter-ends-at-once",
                        "The end of a subinterpreter does not wait for its threads.",
                        "SHUTDOWN-028",
                        (table, interpreter) -> table.wrapMethod(
                                "threadstone.Interpreter",
                                "start_thread_and_end",
                                (self, args, original) -> PythonNone.NONE)));
    }

    private static Saboteur thread(String name, String breaks, String requirements, Saboteur.TypePatch<Thread> patch) {
        return Saboteur.on(ThreadSaboteurs.TYPE, Thread.class, name, breaks, requirements, patch);
    }

    /** Registered first, it runs as the last exit callback, and what it keeps in a module goes last. */
    private static void loseStatus(OperationTable table, Interpreter interpreter) {
        interpreter.exitCallbacks().register(PyCallable.of(() -> {
            var heap = interpreter.heap();
            heap.keepInModule(heap.newObject(PyCallable.of(() -> {
                interpreter.stdout().flush();
                interpreter.exitNow(0);
            })));
        }));
    }

    private static void waitForLowLevel(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("_thread.start_new_thread", (nobody, args, original) -> {
            var ident = original.call(nobody, args);
            new Thread(interpreter, PyCallable.of(() -> new Event(interpreter).await())).start();
            return ident;
        });
    }
}
