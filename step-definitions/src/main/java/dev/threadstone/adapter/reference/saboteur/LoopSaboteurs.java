package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.LoopExecutorSaboteurs.loop;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.asyncio.Coroutine;
import dev.threadstone.reference.asyncio.EventLoop;
import dev.threadstone.reference.asyncio.Handle;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import java.util.Map;

/** Saboteurs of what other threads ask of an event loop, and of what a loop is to its thread. */
final class LoopSaboteurs {

    private LoopSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                loop(
                        "threadsafe-call-runs-in-the-caller",
                        "call_soon_threadsafe() runs the callback in the calling thread.",
                        "ASYNC-021 ASYNC-023 ASYNC-024 ASYNC-025 ASYNC-026 ASYNC-029",
                        (loop, interpreter) -> loop.wrap("call_soon_threadsafe", (self, args, original) -> {
                            args.callable("callback").call(args.items("args"), Map.of());
                            return PythonNone.NONE;
                        })),
                loop(
                        "threadsafe-call-does-not-wake",
                        "call_soon_threadsafe() does not wake a loop that waits.",
                        "ASYNC-021 ASYNC-022 ASYNC-023 ASYNC-026 ASYNC-029",
                        LoopSaboteurs::letSleep),
                loop(
                        "threadsafe-call-runs-twice",
                        "A callback of call_soon_threadsafe() runs twice.",
                        "ASYNC-021 ASYNC-022 ASYNC-023 ASYNC-024",
                        (loop, interpreter) -> loop.wrap("call_soon_threadsafe", (self, args, original) -> {
                            original.call(self, args);
                            return original.call(self, args);
                        })),
                Saboteur.on(
                        "asyncio.Handle",
                        Handle.class,
                        "asyncio-handle-cannot-be-cancelled",
                        "cancel() of a handle does nothing.",
                        "ASYNC-024",
                        (handle, interpreter) -> handle.wrap("cancel", (self, args, original) -> PythonNone.NONE)),
                loop(
                        "event-loop-takes-calls-when-closed",
                        "A closed loop takes calls and never makes them.",
                        "ASYNC-025",
                        (loop, interpreter) -> List.of("call_soon_threadsafe", "run_in_executor")
                                .forEach(method -> loop.wrap(
                                        method,
                                        (self, args, original) ->
                                                self.isClosed() ? PythonNone.NONE : original.call(self, args)))),
                loop(
                        "threadsafe-call-forgets-the-context",
                        "The callback of call_soon_threadsafe() runs in an empty context.",
                        "ASYNC-026",
                        (loop, interpreter) -> loop.wrap(
                                "call_soon_threadsafe",
                                (self, args, original) ->
                                        original.call(self, args.with("context", new Context(interpreter))))),
                loop(
                        "event-loop-has-no-debug-mode",
                        "set_debug() has no effect.",
                        "ASYNC-028",
                        (loop, interpreter) -> loop.wrap("set_debug", (self, args, original) -> PythonNone.NONE)),
                Saboteur.of(
                        "asyncio-task-runs-in-a-thread",
                        "create_task() runs the coroutine in a loop and a thread of its own.",
                        "ASYNC-006 ASYNC-007 ASYNC-008 ASYNC-035 CTX-022 CTX-023",
                        LoopSaboteurs::runTasksInThreads),
                Saboteur.of(
                        "running-loop-is-everywhere",
                        "get_running_loop() makes a loop where none runs.",
                        "ASYNC-036",
                        (table, interpreter) -> table.wrapFunction(
                                "asyncio.get_running_loop",
                                (nobody, args, original) -> Loops.running(interpreter)
                                        .orElseGet(() -> interpreter.asyncio().newEventLoop()))),
                loop(
                        "signal-handlers-anywhere",
                        "add_signal_handler() succeeds in every thread.",
                        "ASYNC-038",
                        (loop, interpreter) -> loop.wrap("add_signal_handler", (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (PythonException raised) {
                                return Forgiveness.of(raised, "RuntimeError");
                            }
                        })));
    }

    private static void letSleep(TypeOperations<EventLoop> loop, Interpreter interpreter) {
        loop.wrap("call_soon_threadsafe", (self, args, original) -> {
            var callback = args.callable("callback");
            var arguments = args.items("args");
            PyCallable call = (none, nothing) -> callback.call(arguments, Map.of());
            var context =
                    args.isNone("context") ? interpreter.contexts().copy() : args.object("context", Context.class);
            return self.callSoon(call, List.of(), context);
        });
    }

    private static void runTasksInThreads(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("asyncio.create_task", (nobody, args, original) -> {
            var loop = interpreter.asyncio().runningLoop();
            var done = loop.createFuture();
            var coroutine = args.object("coro", Coroutine.class);
            new Thread(interpreter, PyCallable.of(() -> {
                        var result = interpreter.asyncio().run(coroutine);
                        loop.callSoonThreadsafe(PyCallable.of(() -> done.setResult(result)), List.of());
                    }))
                    .start();
            return done;
        });
    }
}
