package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.asyncio.Queue;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.futures.Future;
import java.util.List;

/** Saboteurs of futures that lead from threads to event loops and back. */
final class BridgeSaboteurs {

    private static final String THREADSAFE = "asyncio.run_coroutine_threadsafe";

    private BridgeSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.on(
                        "asyncio.Future",
                        dev.threadstone.reference.asyncio.Future.class,
                        "asyncio-future-loses-its-result",
                        "set_result() resolves a future with None.",
                        "ASYNC-029",
                        (future, interpreter) -> future.wrap(
                                "set_result",
                                (self, args, original) -> original.call(self, args.with("result", PythonNone.NONE)))),
                Saboteur.on(
                        "asyncio.Queue",
                        Queue.class,
                        "asyncio-queue-loses-items",
                        "put_nowait() puts None.",
                        "ASYNC-029",
                        (queue, interpreter) -> queue.wrap(
                                "put_nowait",
                                (self, args, original) -> original.call(self, args.with("item", PythonNone.NONE)))),
                threadsafe(
                        "threadsafe-coroutine-gives-no-result",
                        "The future of run_coroutine_threadsafe() gives None, whatever the coroutine does.",
                        "ASYNC-030 ASYNC-031 ASYNC-032 ASYNC-034",
                        (inner, outer) -> outer.setResult(null)),
                threadsafe(
                        "threadsafe-coroutine-cannot-be-cancelled",
                        "Cancelling the future of run_coroutine_threadsafe() does not reach the coroutine.",
                        "ASYNC-031",
                        BridgeSaboteurs::follow),
                threadsafe(
                        "threadsafe-coroutine-hides-cancellation",
                        "A coroutine that was cancelled makes the future of run_coroutine_threadsafe() fail.",
                        "ASYNC-031 ASYNC-032",
                        (inner, outer) -> {
                            if (inner.cancelled()) {
                                outer.setException(new RuntimeError("the coroutine was cancelled"));
                            } else {
                                follow(inner, outer);
                            }
                        }),
                Saboteur.of(
                        "threadsafe-coroutine-takes-anything",
                        "run_coroutine_threadsafe() takes what is no coroutine.",
                        "ASYNC-033",
                        (table, interpreter) -> table.wrapFunction(THREADSAFE, (nobody, args, original) -> {
                            try {
                                return original.call(nobody, args);
                            } catch (PythonException raised) {
                                Forgiveness.of(raised, "TypeError");
                                return new Future(interpreter);
                            }
                        })),
                Saboteur.of(
                        "wrapped-future-stays-pending",
                        "A future of wrap_future() never ends.",
                        "ASYNC-037",
                        (table, interpreter) -> table.wrapFunction(
                                "asyncio.wrap_future",
                                (nobody, args, original) ->
                                        interpreter.asyncio().runningLoop().createFuture())));
    }

    /** What the end of one future does to another. */
    private interface End {
        void of(Future inner, Future outer);
    }

    private static Saboteur threadsafe(String name, String breaks, String requirements, End end) {
        return Saboteur.of(
                name,
                breaks,
                requirements,
                (table, interpreter) -> table.wrapFunction(
                        THREADSAFE,
                        (nobody, args, original) -> behind((Future) original.call(nobody, args), interpreter, end)));
    }

    /** Another future in its place. */
    private static Object behind(Future inner, Interpreter interpreter, End end) {
        var outer = new Future(interpreter);
        inner.addDoneCallback(PyCallable.of(() -> {
            if (!outer.done()) {
                end.of(inner, outer);
            }
        }));
        return outer;
    }

    private static void follow(Future inner, Future outer) {
        if (inner.cancelled()) {
            outer.cancel();
            return;
        }
        var raised = inner.exception(null);
        if (raised == null) {
            outer.setResult(inner.result(null));
        } else {
            outer.setException(raised);
        }
    }
}
