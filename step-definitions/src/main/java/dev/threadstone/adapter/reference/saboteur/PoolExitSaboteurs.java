package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.futures.Future;
import dev.threadstone.reference.futures.ThreadPoolExecutor;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Saboteurs of thread pools at interpreter exit. */
final class PoolExitSaboteurs {

    private PoolExitSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                atExit(
                        "exit-cancels-tasks",
                        "Tasks that wait when the interpreter exits are cancelled.",
                        "EXECEXIT-001 EXECEXIT-002 EXECEXIT-005 EXECEXIT-008",
                        (pool, interpreter) -> pool.shutdown(false, true)),
                atExit(
                        "exit-leaves-workers-behind",
                        "The interpreter exits without waiting for workers.",
                        "EXECEXIT-001 EXECEXIT-002 EXECEXIT-003 EXECEXIT-005 EXECEXIT-006 EXECEXIT-007 EXECEXIT-008 EXECEXIT-009",
                        (pool, interpreter) -> interpreter.exitNow(0)),
                Saboteur.of(
                        "exit-waits-for-idle-workers",
                        "The interpreter does not exit while there are workers without tasks.",
                        "EXEC-032 EXECEXIT-004 EXECEXIT-006",
                        PoolExitSaboteurs::waitForIdleWorkers),
                Saboteur.of(
                        "exit-callbacks-come-first",
                        "Exit callbacks are called before the tasks have finished.",
                        "EXECEXIT-005 EXECEXIT-006 SHUTDOWN-005 SHUTDOWN-008 SHUTDOWN-009",
                        PoolExitSaboteurs::callBackFirst));
    }

    private static Saboteur atExit(
            String name, String breaks, String requirements, BiConsumer<ThreadPoolExecutor, Interpreter> action) {
        return Saboteur.on(
                "concurrent.futures.ThreadPoolExecutor",
                ThreadPoolExecutor.class,
                name,
                breaks,
                requirements,
                (pool, interpreter) -> pool.wrapConstructor((nobody, args, original) -> {
                    var made = (ThreadPoolExecutor) original.call(nobody, args);
                    var madePool = new WeakReference<>(made);
                    atShutdown(interpreter, () -> {
                        var kept = madePool.get();
                        if (kept != null) {
                            action.accept(kept, interpreter);
                        }
                    });
                    return made;
                }));
    }

    private static void waitForIdleWorkers(OperationTable table, Interpreter interpreter) {
        List<Future> submitted = new ArrayList<>();
        table.on(PoolSaboteurs.TYPE, Executor.class).wrap("submit", (self, args, original) -> {
            if (submitted.isEmpty()) {
                atShutdown(interpreter, () -> waitIfDone(submitted, interpreter));
            }
            var future = original.call(self, args);
            submitted.add((Future) future);
            return future;
        });
    }

    private static void waitIfDone(List<Future> futures, Interpreter interpreter) {
        if (futures.stream().allMatch(Future::done)) {
            new Crowd(interpreter).await();
        }
    }

    private static void callBackFirst(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("atexit.register", (nobody, args, original) -> {
            atShutdown(interpreter, () -> args.callable("function").call());
            return args.get("function");
        });
    }

    private static void atShutdown(Interpreter interpreter, Runnable action) {
        interpreter.threading().shutdownCallbacks().register(PyCallable.of(action));
    }
}
