package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.PoolSaboteurs.pool;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.futures.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/** Saboteurs of {@code ThreadPoolExecutor.shutdown} and of its with statement. */
final class PoolShutdownSaboteurs {

    private PoolShutdownSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                shutting(
                        "pool-shutdown-never-waits",
                        "shutdown returns at once.",
                        "EXEC-024 EXEC-026 EXEC-027 EXEC-037 EXEC-038",
                        "wait",
                        false),
                shutting(
                        "pool-shutdown-always-waits",
                        "wait=False is ignored.",
                        "EXEC-025 EXEC-026 EXEC-028 EXECEXIT-002 EXECEXIT-003 MAP-004",
                        "wait",
                        true),
                shutting(
                        "pool-shutdown-cancels-nothing",
                        "cancel_futures is ignored.",
                        "EXEC-027 EXEC-028 EXECEXIT-003",
                        "cancel_futures",
                        false),
                shutting(
                        "pool-shutdown-always-cancels",
                        "shutdown cancels the tasks that wait.",
                        "EXEC-024 EXEC-025 EXECEXIT-002 MAP-004",
                        "cancel_futures",
                        true),
                pool(
                        "pool-shutdown-does-nothing",
                        "shutdown only returns.",
                        "EXEC-023 EXEC-024 EXEC-026 EXEC-027 EXEC-028 EXEC-037 EXEC-038 EXECEXIT-003",
                        (executor, interpreter) ->
                                executor.wrap("shutdown", (self, args, original) -> PythonNone.NONE)),
                pool(
                        "pool-shutdown-only-once",
                        "A second shutdown is refused.",
                        "EXEC-026",
                        (executor, interpreter) -> {
                            var shut = new Marks();
                            executor.wrap("shutdown", (self, args, original) -> {
                                if (!shut.add(self)) {
                                    throw new RuntimeError("the pool was shut down before");
                                }
                                return original.call(self, args);
                            });
                        }),
                pool(
                        "pool-second-shutdown-returns",
                        "A second shutdown does not wait.",
                        "EXEC-026",
                        (executor, interpreter) -> {
                            var shut = new Marks();
                            executor.wrap(
                                    "shutdown",
                                    (self, args, original) ->
                                            original.call(self, shut.add(self) ? args : args.with("wait", false)));
                        }),
                pool(
                        "pool-cancel-futures-is-positional",
                        "cancel_futures may be passed by position.",
                        "EXEC-028",
                        (executor, interpreter) -> executor.resign("shutdown", "wait=True, cancel_futures=False")),
                pool(
                        "pool-with-gives-none",
                        "The with statement gives None.",
                        "EXEC-029",
                        (executor, interpreter) ->
                                executor.wrap("__enter__", (self, args, original) -> PythonNone.NONE)),
                pool(
                        "pool-with-does-not-wait",
                        "The with statement ends without waiting.",
                        "EXEC-029 EXEC-030",
                        (executor, interpreter) -> executor.wrap("__exit__", (self, args, original) -> {
                            self.shutdown(false, false);
                            return false;
                        })),
                pool(
                        "pool-with-leaves-open",
                        "The with statement does not shut the pool down.",
                        "EXEC-023 EXEC-029 EXEC-030",
                        (executor, interpreter) -> executor.wrap("__exit__", (self, args, original) -> false)),
                pool(
                        "pool-with-swallows-exceptions",
                        "No exception leaves the with statement.",
                        "EXEC-030",
                        (executor, interpreter) -> executor.wrap("__exit__", (self, args, original) -> {
                            original.call(self, args);
                            return true;
                        })),
                pool(
                        "pool-shutdown-raises-exceptions",
                        "shutdown raises what a task has raised.",
                        "EXEC-020 EXEC-033",
                        (executor, interpreter) -> afterShutdown(executor, PoolShutdownSaboteurs::raise)),
                pool(
                        "pool-shutdown-waits-for-cancelled",
                        "shutdown never returns if a task was cancelled.",
                        "EXEC-027 EXEC-028 EXEC-038 EXECEXIT-003 FUTURE-016",
                        (executor, interpreter) -> afterShutdown(executor, future -> {
                            if (future.cancelled()) {
                                new Crowd(interpreter).await();
                            }
                        })));
    }

    private static Saboteur shutting(String name, String breaks, String requirements, String parameter, boolean value) {
        return pool(
                name,
                breaks,
                requirements,
                (executor, interpreter) -> executor.wrap(
                        "shutdown", (self, args, original) -> original.call(self, args.with(parameter, value))));
    }

    /** Looks at every future of a pool after its shutdown. */
    private static void afterShutdown(TypeOperations<Executor> executor, Consumer<Future> look) {
        Map<Executor, List<Future>> submitted = new WeakHashMap<>();
        executor.wrap("submit", (self, args, original) -> {
            var future = original.call(self, args);
            submitted.computeIfAbsent(self, unknown -> new ArrayList<>()).add((Future) future);
            return future;
        });
        for (var method : List.of("shutdown", "__exit__")) {
            executor.wrap(method, (self, args, original) -> {
                var result = original.call(self, args);
                List.copyOf(submitted.getOrDefault(self, List.of())).forEach(future -> look.accept(future));
                return result;
            });
        }
    }

    private static void raise(Future future) {
        var raised = future.done() && !future.cancelled() ? future.exception(null) : null;
        if (raised != null) {
            throw raised;
        }
    }
}
