package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadOptions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code threadstone.Interpreter}: a second interpreter on the same machine, which may do less than the first. */
final class Subinterpreter implements Waiting {

    private final Interpreter outer;
    private final Interpreter inner;
    private volatile boolean targetRan;
    private volatile boolean ended;
    private @Nullable RuntimeException failure;

    private Subinterpreter(Interpreter outer, boolean allowThreads, boolean allowDaemonThreads) {
        this.outer = outer;
        this.inner = new Interpreter(
                outer.platform(), outer.options().withThreads(allowThreads).withDaemonThreads(allowDaemonThreads));
    }

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threadstone.Interpreter", Subinterpreter.class)
                .constructor(
                        "allow_threads=True, allow_daemon_threads=True",
                        args -> new Subinterpreter(
                                interpreter, args.isTrue("allow_threads"), args.isTrue("allow_daemon_threads")))
                .action("start_thread", "", (sub, args) -> sub.run(ThreadOptions.NONE, thread -> {}))
                .action(
                        "create_daemon_thread",
                        "",
                        (sub, args) -> sub.run(ThreadOptions.NONE.withDaemon(true), thread -> {}))
                .action("set_daemon", "", (sub, args) -> sub.run(ThreadOptions.NONE, thread -> thread.setDaemon(true)))
                .attribute("target_ran", sub -> sub.targetRan);
    }

    /** Makes a thread in the inner interpreter, prepares, starts and joins it; raises what that raised. */
    private void run(ThreadOptions options, Consumer<Thread> preparation) {
        var caller = outer.current();
        inner.start(PyCallable.of(() -> attempt(options, preparation, caller)));
        caller.waitUntil(() -> ended, this, Deadline.NEVER);
        if (failure != null) {
            throw failure;
        }
    }

    private void attempt(ThreadOptions options, Consumer<Thread> preparation, ThreadState caller) {
        try {
            var thread = new Thread(inner, options.withTarget(PyCallable.of(() -> targetRan = true)));
            preparation.accept(thread);
            thread.start();
            thread.join();
        } catch (RuntimeException raised) {
            failure = raised;
        }
        ended = true;
        outer.platform().unpark(caller.platformThread());
    }

    @Override
    public String what() {
        return "a subinterpreter";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
