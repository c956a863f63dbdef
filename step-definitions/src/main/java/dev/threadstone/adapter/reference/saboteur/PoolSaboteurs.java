package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.BrokenThreadPool;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.futures.Future;
import dev.threadstone.reference.futures.ThreadPoolExecutor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Saboteurs of {@code ThreadPoolExecutor.submit}, and of what becomes of a task. */
final class PoolSaboteurs {

    static final String TYPE = "concurrent.futures.Executor";

    private static final int CAPACITY = 4;
    private static final int LOST = 7;

    private PoolSaboteurs() {}

    @SuppressWarnings("ModifiedButNotUsed") // what is kept is not reclaimed
    static List<Saboteur> all() {
        return List.of(
                pool(
                        "pool-drops-arguments",
                        "A task gets no positional arguments.",
                        "CTX-020 CTX-021 EXEC-001 EXEC-002 EXEC-040 PATTERN-018 PATTERN-019 PATTERN-020",
                        (executor, interpreter) ->
                                Submissions.change(executor, args -> args.with("args", PythonTuple.EMPTY))),
                pool(
                        "pool-drops-keywords",
                        "A task gets no keyword arguments.",
                        "EXEC-001 EXEC-002",
                        (executor, interpreter) ->
                                Submissions.change(executor, args -> args.with("kwargs", new LinkedHashMap<>()))),
                pool(
                        "pool-takes-fn-by-keyword",
                        "The callable may be passed as a keyword argument fn.",
                        "EXEC-002",
                        (executor, interpreter) -> executor.resign("submit", "fn=None, *args, **kwargs")),
                pool(
                        "pool-forgets-results",
                        "The result of a task is None.",
                        "EXEC-001 EXEC-025 EXEC-027 EXEC-029 EXEC-034 EXEC-037 EXEC-039 MAP-001 MAP-002 MAP-006 MAP-008 MAP-009 MAP-010 MAP-011 MAP-014 MAP-016 PATTERN-019 PATTERN-020",
                        (executor, interpreter) -> Submissions.wrap(executor, (task, positional, keywords) -> {
                            task.call(positional, keywords);
                            return PythonNone.NONE;
                        })),
                pool(
                        "pool-forgets-exceptions",
                        "A task that raises counts as one that returned None.",
                        "ASYNC-037 EXEC-031 EXEC-033 MAP-006 MAP-007 PATTERN-020 FUTURE-011",
                        (executor, interpreter) -> Submissions.wrap(executor, (task, positional, keywords) -> {
                            try {
                                return task.call(positional, keywords);
                            } catch (RuntimeException raised) {
                                return PythonNone.NONE;
                            }
                        })),
                pool(
                        "pool-prints-exceptions",
                        "The traceback of a failed task is written to standard error.",
                        "EXEC-032 MAP-005",
                        PoolSaboteurs::print),
                pool(
                        "pool-runs-in-caller",
                        "What a thread of the program submits runs in that thread.",
                        "EXEC-004 EXEC-005 EXEC-006 EXEC-009 EXEC-011 EXEC-029 EXEC-030",
                        (executor, interpreter) -> executor.wrap("submit", (self, args, original) -> {
                            var name = interpreter.threading().currentThread().name();
                            if (!name.startsWith("Thread-") || !(args.get("fn") instanceof PythonCallable task)) {
                                return original.call(self, args);
                            }
                            var future = new Future(interpreter);
                            future.setRunningOrNotifyCancel();
                            try {
                                future.setResult(task.call(args.items("args"), args.entries("kwargs")));
                            } catch (PythonException raised) {
                                future.setException(raised);
                            }
                            return future;
                        })),
                pool(
                        "pool-never-reuses",
                        "A worker that was idle gets no task.",
                        "CTX-021 CTX-028 EXEC-004 EXEC-009 EXEC-011 EXEC-013 EXEC-014 EXEC-020 EXEC-029 EXEC-031 LOCAL-014 PATTERN-018",
                        PoolSaboteurs::neverReuse),
                pool(
                        "pool-queue-is-bounded",
                        "submit waits while four tasks wait.",
                        "EXEC-004 EXEC-006 EXEC-009 EXEC-011 EXEC-014",
                        PoolSaboteurs::bound),
                pool(
                        "pool-loses-tasks",
                        "Every seventh task is never run.",
                        "EXEC-004 EXEC-009 EXEC-014 PATTERN-018 PATTERN-020",
                        PoolSaboteurs::lose),
                pool(
                        "pool-runs-latest-first",
                        "The task that came last runs next.",
                        "EXEC-008 PATTERN-019 PATTERN-020",
                        PoolSaboteurs::invert),
                pool(
                        "pool-runs-tasks-twice",
                        "A task that asks for no orders is called twice.",
                        "CTX-021 EXEC-004 EXEC-007 EXEC-009 EXEC-014 EXEC-035 EXEC-040 EXECEXIT-001 EXECEXIT-002 EXECEXIT-004 EXECEXIT-006 EXECEXIT-008 MAP-001 MAP-011",
                        (executor, interpreter) -> Submissions.wrap(executor, (task, positional, keywords) -> {
                            if (!task.waitsForOrders()) {
                                task.call(positional, keywords);
                            }
                            return task.call(positional, keywords);
                        })),
                pool(
                        "pool-refuses-own-workers",
                        "A task may not submit another one.",
                        "EXEC-034 EXEC-035",
                        (executor, interpreter) -> executor.wrap("submit", (self, args, original) -> {
                            if (interpreter.threading().currentThread().name().startsWith("ThreadPoolExecutor")) {
                                throw new RuntimeError("a worker cannot submit");
                            }
                            return original.call(self, args);
                        })),
                pool(
                        "pool-swallows-refusal",
                        "A pool that takes no more tasks returns a future that never ends.",
                        "EXEC-023 EXEC-029 EXECEXIT-006 EXECEXIT-007",
                        (executor, interpreter) -> swallow(executor, interpreter, "submit", RuntimeError.class)),
                pool(
                        "pool-forgets-that-it-is-broken",
                        "A broken pool returns a future that never ends.",
                        "EXEC-020",
                        (executor, interpreter) -> swallow(executor, interpreter, "submit", BrokenThreadPool.class)),
                pool(
                        "pool-maps-after-shutdown",
                        "map on a pool that was shut down gives nothing.",
                        "EXEC-023",
                        (executor, interpreter) -> swallow(executor, interpreter, "map", RuntimeError.class)),
                pool(
                        "pool-keeps-arguments",
                        "A pool keeps the arguments of its tasks.",
                        "EXEC-040",
                        (executor, interpreter) -> {
                            List<Object> kept = new ArrayList<>();
                            Submissions.change(executor, args -> {
                                kept.add(args.get("args"));
                                return args;
                            });
                        }),
                pool(
                        "pool-is-never-reclaimed",
                        "A pool that had a task is kept for ever.",
                        "EXEC-039",
                        (executor, interpreter) -> {
                            List<Object> kept = new ArrayList<>();
                            executor.wrap("submit", (self, args, original) -> {
                                kept.add(self);
                                return original.call(self, args);
                            });
                        }),
                Saboteur.of(
                        "broken-pool-is-no-runtime-error",
                        "BrokenThreadPool derives from Exception alone.",
                        "EXEC-021 FUTURE-037",
                        (table, interpreter) -> table.wrapFunction("issubclass", (nobody, args, original) -> {
                            var pair = args.get("type") + " " + args.get("base");
                            return pair.contains("concurrent.futures") ? (Object) false : original.call(nobody, args);
                        })));
    }

    static Saboteur pool(String name, String breaks, String requirements, Saboteur.TypePatch<Executor> patch) {
        return Saboteur.on(TYPE, Executor.class, name, breaks, requirements, patch);
    }

    private static void print(TypeOperations<Executor> executor, Interpreter interpreter) {
        Submissions.wrap(executor, (task, positional, keywords) -> {
            try {
                return task.call(positional, keywords);
            } catch (PythonException raised) {
                interpreter.stderr().write(raised.traceback());
                throw raised;
            }
        });
    }

    private static void swallow(
            TypeOperations<Executor> executor,
            Interpreter interpreter,
            String method,
            Class<? extends RuntimeException> refusal) {
        executor.wrap(method, (self, args, original) -> {
            try {
                return original.call(self, args);
            } catch (RuntimeException raised) {
                if (refusal.isInstance(raised)) {
                    return method.equals("map") ? new ArrayList<>() : new Future(interpreter);
                }
                throw raised;
            }
        });
    }

    private static void bound(TypeOperations<Executor> executor, Interpreter interpreter) {
        Map<Executor, List<Future>> submitted = new WeakHashMap<>();
        executor.wrap("submit", (self, args, original) -> {
            var futures = submitted.computeIfAbsent(self, unknown -> new ArrayList<>());
            if (futures.stream()
                            .filter(future -> !future.done() && !future.running())
                            .count()
                    >= CAPACITY) {
                new Crowd(interpreter).await();
            }
            var future = original.call(self, args);
            futures.add((Future) future);
            return future;
        });
    }

    private static void neverReuse(TypeOperations<Executor> executor, Interpreter interpreter) {
        Map<Executor, List<Future>> submitted = new WeakHashMap<>();
        executor.wrap("submit", (self, args, original) -> {
            var futures = submitted.computeIfAbsent(self, unknown -> new ArrayList<>());
            var idle = !futures.isEmpty() && futures.stream().allMatch(Future::done);
            var future = original.call(idle ? new ThreadPoolExecutor(interpreter, 1) : self, args);
            futures.add((Future) future);
            return future;
        });
    }

    private static void lose(TypeOperations<Executor> executor, Interpreter interpreter) {
        var submitted = new AtomicInteger();
        executor.wrap(
                "submit",
                (self, args, original) ->
                        submitted.incrementAndGet() % LOST == 0 ? new Future(interpreter) : original.call(self, args));
    }

    /** What a worker calls is not the task that it took but the one that came last. */
    private static void invert(TypeOperations<Executor> executor, Interpreter interpreter) {
        Map<Executor, List<Runnable>> stacks = new WeakHashMap<>();
        executor.wrap("submit", (self, args, original) -> {
            if (!(args.get("fn") instanceof PythonCallable task)) {
                return original.call(self, args);
            }
            var stack = stacks.computeIfAbsent(self, unknown -> new ArrayList<>());
            var result = new ArrayList<Object>();
            stack.add(() -> result.add(task.call(args.items("args"), args.entries("kwargs"))));
            return original.call(self, args.with("fn", PythonCallable.of(task.name(), (positional, keywords) -> {
                stack.remove(stack.size() - 1).run();
                return result.isEmpty() ? PythonNone.NONE : result.get(0);
            })));
        });
    }
}
