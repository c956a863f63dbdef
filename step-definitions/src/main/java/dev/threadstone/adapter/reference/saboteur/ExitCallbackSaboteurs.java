package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Saboteurs of what runs at exit: callbacks, and finalizers while modules are torn down. */
final class ExitCallbackSaboteurs {

    private static final String REGISTER = "atexit.register";
    private static final String AT_TEARDOWN = "threadstone.at_teardown";

    private ExitCallbackSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "atexit-before-threads-end",
                        "Exit callbacks run before the threads are waited for.",
                        "EXECEXIT-005 EXECEXIT-006 SHUTDOWN-005 SHUTDOWN-008 SHUTDOWN-009",
                        ExitCallbackSaboteurs::runEarly),
                Saboteur.of(
                        "atexit-in-order-of-registration",
                        "Exit callbacks run in the order in which they were registered.",
                        "SHUTDOWN-006 SHUTDOWN-008",
                        ExitCallbackSaboteurs::runInOrder),
                Saboteur.of(
                        "atexit-forgets-workers",
                        "Exit callbacks that a worker registers are not called.",
                        "SHUTDOWN-007",
                        (table, interpreter) -> table.wrapFunction(
                                REGISTER,
                                (nobody, args, original) ->
                                        interpreter.current().isMain()
                                                ? original.call(nobody, args)
                                                : args.get("function"))),
                Saboteur.of(
                        "atexit-stops-at-error",
                        "After an exit callback that raises no other is called.",
                        "SHUTDOWN-008",
                        ExitCallbackSaboteurs::stopAtError),
                thread(
                        "thread-start-at-teardown-is-silent",
                        "Starting a thread while modules are torn down does nothing and does not raise.",
                        "SHUTDOWN-012 SHUTDOWN-013",
                        (thread, interpreter) -> thread.wrap(
                                "start",
                                (self, args, original) ->
                                        interpreter.isFinalizing() ? PythonNone.NONE : original.call(self, args))),
                thread(
                        "thread-start-at-teardown-is-a-runtime-error",
                        "Starting a thread while modules are torn down raises RuntimeError.",
                        "SHUTDOWN-013",
                        (thread, interpreter) -> thread.wrap("start", (self, args, original) -> {
                            if (interpreter.isFinalizing()) {
                                throw new RuntimeError("can't create new thread at interpreter shutdown");
                            }
                            return original.call(self, args);
                        })),
                thread(
                        "join-at-teardown-is-silent",
                        "Joining a thread while modules are torn down returns at once.",
                        "SHUTDOWN-014",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) ->
                                        interpreter.isFinalizing() ? PythonNone.NONE : original.call(self, args))),
                Saboteur.of(
                        "teardown-before-finalization",
                        "Modules are torn down while daemon threads still run.",
                        "SHUTDOWN-014 SHUTDOWN-016 SHUTDOWN-017",
                        (table, interpreter) -> table.wrapFunction(AT_TEARDOWN, (nobody, args, original) -> {
                            interpreter.exitCallbacks().register(callable(args, "callback"));
                            return PythonNone.NONE;
                        })),
                Saboteur.of(
                        "is-finalizing-never-true",
                        "sys.is_finalizing() is always False.",
                        "SHUTDOWN-017",
                        (table, interpreter) ->
                                table.wrapFunction("sys.is_finalizing", (nobody, args, original) -> false)));
    }

    private static Saboteur thread(String name, String breaks, String requirements, Saboteur.TypePatch<Thread> patch) {
        return Saboteur.on(ThreadSaboteurs.TYPE, Thread.class, name, breaks, requirements, patch);
    }

    private static void runEarly(OperationTable table, Interpreter interpreter) {
        table.wrapFunction(REGISTER, (nobody, args, original) -> {
            interpreter.threading().shutdownCallbacks().register(callable(args, "function"));
            return args.get("function");
        });
    }

    private static void runInOrder(OperationTable table, Interpreter interpreter) {
        var callbacks = new ArrayList<PyCallable>();
        table.wrapFunction(REGISTER, (nobody, args, original) -> {
            if (callbacks.isEmpty()) {
                interpreter.exitCallbacks().register(PyCallable.of(() -> registerReversed(interpreter, callbacks)));
            }
            callbacks.add(callable(args, "function"));
            return args.get("function");
        });
    }

    /** Registered while the exit callbacks run, latest first, they run in the order of the list. */
    private static void registerReversed(Interpreter interpreter, List<PyCallable> callbacks) {
        for (int i = callbacks.size() - 1; i >= 0; i--) {
            interpreter.exitCallbacks().register(callbacks.get(i));
        }
    }

    private static void stopAtError(OperationTable table, Interpreter interpreter) {
        var failed = new AtomicBoolean();
        table.wrapFunction(REGISTER, (nobody, args, original) -> {
            var callback = args.callable("function");
            return original.call(
                    nobody, args.with("function", PythonCallable.of(callback.name(), (positional, keywords) -> {
                        if (failed.get()) {
                            return PythonNone.NONE;
                        }
                        failed.set(true);
                        var result = callback.call(positional, keywords);
                        failed.set(false);
                        return result;
                    })));
        });
    }

    private static PyCallable callable(Args args, String parameter) {
        var callback = args.callable(parameter);
        return PyCallable.of(() -> callback.call());
    }
}
