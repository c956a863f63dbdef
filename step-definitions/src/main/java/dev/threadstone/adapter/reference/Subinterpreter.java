package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.GilState;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.process.Pipe;
import dev.threadstone.reference.signals.Signal;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadOptions;
import dev.threadstone.reference.threading.Timeout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** {@code threadstone.Interpreter}: a second interpreter on the same machine, which may do less than the first. */
final class Subinterpreter {

    private final dev.threadstone.reference.Subinterpreter inner;
    private volatile boolean targetRan;

    private Subinterpreter(Interpreter outer, boolean allowThreads, boolean allowDaemonThreads) {
        this.inner = outer.newSubinterpreter(
                outer.options().withThreads(allowThreads).withDaemonThreads(allowDaemonThreads));
    }

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threadstone.Interpreter", Subinterpreter.class)
                .constructor(
                        "allow_threads=True, allow_daemon_threads=True, own_lock=False",
                        args -> new Subinterpreter(
                                interpreter, args.isTrue("allow_threads"), args.isTrue("allow_daemon_threads")))
                .action("start_thread", "", (sub, args) -> sub.run(ThreadOptions.NONE, thread -> {}))
                .action(
                        "create_daemon_thread",
                        "",
                        (sub, args) -> sub.run(ThreadOptions.NONE.withDaemon(true), thread -> {}))
                .action("set_daemon", "", (sub, args) -> sub.run(ThreadOptions.NONE, thread -> thread.setDaemon(true)))
                .action(
                        "compute_natively",
                        "seconds",
                        (sub, args) -> sub.computeNatively(Timeout.ofSeconds(args.number("seconds"))))
                .action("install_handler", "", (sub, args) -> sub.installHandler())
                .action(
                        "start_thread_and_end",
                        "pipe",
                        (sub, args) -> sub.startThreadAndEnd(
                                args.object("pipe", PipeOperations.Ends.class).pipe()))
                .op("import_in_thread", "module", (sub, args) -> sub.importInThread(args.text("module")))
                .op(
                        "attach_guarded",
                        "target",
                        (sub, args) -> sub.attachGuarded(interpreter, new ReferenceCallable(args.callable("target"))))
                .action("finalize", "", (sub, args) -> sub.inner.end())
                .attribute("target_ran", sub -> sub.targetRan);
    }

    /** A thread imports a module there and sets an attribute of it; whether that interpreter then has both. */
    private boolean importInThread(String module) {
        var modules = inner.interpreter().modules();
        modules.define(module, body -> {});
        inner.run(PyCallable.of(() -> {
            var target = PyCallable.of(() -> modules.importModule(module).set("mark", "made there"));
            var thread = new Thread(inner.interpreter(), target);
            thread.start();
            thread.join();
        }));
        return modules.isLoaded(module)
                && Boolean.TRUE.equals(
                        inner.run((args, kwargs) -> modules.importModule(module).has("mark")));
    }

    /** A native thread attaches itself there, guarded, and calls the target; whether it got in. */
    private boolean attachGuarded(Interpreter outer, PyCallable target) {
        var entered = new AtomicBoolean();
        var ended = new NativeGate(outer);
        outer.platform().spawn("native", 0, () -> {
            entered.set(GilState.ensureGuarded(inner.interpreter(), () -> target.call(List.of(), Map.of())));
            ended.open();
        });
        ended.awaitAllowingThreads();
        return entered.get();
    }

    /** Makes a thread in the inner interpreter, prepares, starts and joins it; raises what that raised. */
    private void run(ThreadOptions options, Consumer<Thread> preparation) {
        inner.run(PyCallable.of(() -> {
            var target = PyCallable.of(() -> targetRan = true);
            var thread = new Thread(inner.interpreter(), options.withTarget(target));
            preparation.accept(thread);
            thread.start();
            thread.join();
        }));
    }

    private void computeNatively(Timeout time) {
        inner.run(PyCallable.of(() -> ExitOperations.computeNatively(inner.interpreter(), time)));
    }

    private void installHandler() {
        var handler = PyCallable.of(() -> {});
        inner.run(PyCallable.of(() -> inner.interpreter().signals().signal(Signal.SIGUSR1.number(), handler)));
    }

    /** Starts a thread that waits for a byte from the pipe, and ends the interpreter without joining it. */
    private void startThreadAndEnd(Pipe pipe) {
        inner.run(PyCallable.of(() -> new Thread(inner.interpreter(), PyCallable.of(() -> {
                    pipe.read(inner.interpreter());
                    targetRan = true;
                }))
                .start()));
        inner.end();
    }
}
