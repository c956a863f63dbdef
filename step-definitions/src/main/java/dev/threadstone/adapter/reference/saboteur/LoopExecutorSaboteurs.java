package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.asyncio.Coroutine;
import dev.threadstone.reference.asyncio.CoroutineBody.Progress;
import dev.threadstone.reference.asyncio.EventLoop;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.futures.ThreadPoolExecutor;
import java.util.List;
import java.util.Map;

/** Saboteurs of {@code run_in_executor} and of the default executor. */
final class LoopExecutorSaboteurs {

    private static final int TIMEOUT_SINCE = 12;

    private LoopExecutorSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                loop(
                        "run-in-executor-runs-in-the-loop",
                        "run_in_executor() runs the function in the thread of the loop, before it returns.",
                        "ASYNC-006 ASYNC-009 ASYNC-010 ASYNC-013 ASYNC-015 ASYNC-016 ASYNC-017 ASYNC-018 "
                                + "ASYNC-019 ASYNC-020 ASYNC-025 ASYNC-036",
                        (loop, interpreter) ->
                                loop.wrap("run_in_executor", (self, args, original) -> runHere(self, args))),
                loop(
                        "run-in-executor-ignores-the-executor",
                        "run_in_executor() uses the default executor, whatever it is given.",
                        "ASYNC-009 ASYNC-016",
                        (loop, interpreter) -> loop.wrap(
                                "run_in_executor",
                                (self, args, original) -> original.call(self, args.with("executor", PythonNone.NONE)))),
                loop(
                        "run-in-executor-makes-new-pools",
                        "Each call of run_in_executor(None, ...) has a pool of its own.",
                        "ASYNC-010 ASYNC-017 ASYNC-018 ASYNC-019 ASYNC-020",
                        (loop, interpreter) -> loop.wrap(
                                "run_in_executor",
                                (self, args, original) -> original.call(
                                        self,
                                        args.isNone("executor")
                                                ? args.with("executor", new ThreadPoolExecutor(interpreter, 1))
                                                : args))),
                loop(
                        "run-in-executor-takes-keywords",
                        "run_in_executor() takes keyword arguments and drops them.",
                        "ASYNC-011",
                        (loop, interpreter) -> loop.resign("run_in_executor", "executor, func, *args, **kwargs")),
                loop(
                        "run-in-executor-copies-exceptions",
                        "What the function raises is raised as another object.",
                        "ASYNC-012",
                        (loop, interpreter) -> loop.wrap(
                                "run_in_executor",
                                (self, args, original) ->
                                        original.call(self, args.with("func", Copies.raisedBy(args.get("func")))))),
                loop(
                        "run-in-executor-carries-the-context",
                        "run_in_executor() runs the function in a copy of the caller's context.",
                        "ASYNC-015",
                        (loop, interpreter) -> loop.wrap(
                                "run_in_executor",
                                (self, args, original) -> original.call(
                                        self, args.with("func", Inside.copyOf(interpreter, args.get("func")))))),
                loop(
                        "shutdown-default-executor-does-not-wait",
                        "shutdown_default_executor() returns at once.",
                        "ASYNC-017 ASYNC-019",
                        (loop, interpreter) -> {
                            if (interpreter.options().python().atLeast(TIMEOUT_SINCE)) {
                                loop.wrap(
                                        "shutdown_default_executor",
                                        (self, args, original) ->
                                                new Coroutine("shutdown", (value, raised) -> Progress.RETURNED));
                            }
                        }),
                loop(
                        "shutdown-default-executor-ignores-timeout",
                        "shutdown_default_executor(timeout) waits without limit.",
                        "ASYNC-019",
                        (loop, interpreter) -> {
                            if (interpreter.options().python().atLeast(TIMEOUT_SINCE)) {
                                loop.wrap(
                                        "shutdown_default_executor",
                                        (self, args, original) ->
                                                original.call(self, args.with("timeout", PythonNone.NONE)));
                            }
                        }),
                loop(
                        "set-default-executor-takes-anything",
                        "set_default_executor() takes what is no pool and leaves things as they are.",
                        "ASYNC-020",
                        (loop, interpreter) -> loop.wrap("set_default_executor", (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (PythonException raised) {
                                return Forgiveness.of(raised, "TypeError");
                            }
                        })));
    }

    static Saboteur loop(String name, String breaks, String requirements, Saboteur.TypePatch<EventLoop> patch) {
        return Saboteur.on("asyncio.AbstractEventLoop", EventLoop.class, name, breaks, requirements, patch);
    }

    private static Object runHere(EventLoop loop, Args args) {
        var done = loop.createFuture();
        try {
            done.setResult(args.callable("func").call(args.items("args"), Map.of()));
        } catch (PythonException raised) {
            done.setException(raised);
        }
        return done;
    }
}
