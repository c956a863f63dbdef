package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.FutureSaboteurs.future;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.TimeoutError;
import dev.threadstone.reference.futures.Future;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Saboteurs of the callbacks of {@code concurrent.futures.Future}. */
final class FutureCallbackSaboteurs {

    private static final String ADD = "add_done_callback";

    private FutureCallbackSaboteurs() {}

    /** What is called in the place of a callback: with the future and the callback. */
    private interface Detour {
        Object call(Future self, PythonCallable callback);
    }

    static List<Saboteur> all() {
        return List.of(
                future(
                        "future-callback-gets-the-result",
                        "A callback is called without the future.",
                        "FUTURE-027 FUTURE-029 FUTURE-030",
                        (future, interpreter) -> detour(future, (self, callback) -> callback.call())),
                future(
                        "future-callback-runs-twice",
                        "Each callback is called twice.",
                        "FUTURE-027 FUTURE-028 FUTURE-029 FUTURE-030 FUTURE-032",
                        (future, interpreter) -> detour(future, (self, callback) -> {
                            callback.call(self);
                            return callback.call(self);
                        })),
                future(
                        "future-callback-not-of-cancelled",
                        "The callbacks of a cancelled future are not called.",
                        "FUTURE-027 FUTURE-029 FUTURE-030",
                        (future, interpreter) -> detour(
                                future, (self, callback) -> self.cancelled() ? PythonNone.NONE : callback.call(self))),
                future(
                        "future-callback-once-each",
                        "A callback that was added twice runs once.",
                        "FUTURE-028",
                        (future, interpreter) -> dropRepeated(future)),
                future(
                        "future-callbacks-in-reverse",
                        "The callback that was added last runs first.",
                        "FUTURE-028",
                        (future, interpreter) -> reverse(future)),
                future(
                        "future-late-callback-is-ignored",
                        "A callback that is added to a done future is not called.",
                        "FUTURE-029 FUTURE-032",
                        (future, interpreter) -> future.wrap(
                                ADD,
                                (self, args, original) -> self.done() ? PythonNone.NONE : original.call(self, args))),
                future(
                        "future-late-callback-runs-elsewhere",
                        "A callback that is added to a done future runs in a thread of its own.",
                        "FUTURE-029 FUTURE-032",
                        (future, interpreter) -> future.wrap(
                                ADD,
                                (self, args, original) -> self.done()
                                        ? inAThread(
                                                interpreter,
                                                () -> args.callable("fn").call(self))
                                        : original.call(self, args))),
                future(
                        "future-callbacks-run-elsewhere",
                        "Callbacks run in a thread of their own when the future ends.",
                        "FUTURE-030 FUTURE-033",
                        (future, interpreter) -> future.wrap(
                                ADD,
                                (self, args, original) -> self.done()
                                        ? original.call(self, args)
                                        : add(
                                                self,
                                                args,
                                                original,
                                                (same, callback) ->
                                                        inAThread(interpreter, () -> callback.call(same))))),
                future(
                        "future-not-done-in-callbacks",
                        "While its callbacks run the outcome of a future is not there yet.",
                        "FUTURE-031",
                        FutureCallbackSaboteurs::hideOutcome),
                future(
                        "future-callback-errors-escape",
                        "What a callback raises reaches who ends the future, and the callbacks after it do not run.",
                        "FUTURE-032 FUTURE-033",
                        (future, interpreter) -> detour(future, (self, callback) -> {
                            try {
                                return callback.call(self);
                            } catch (PythonException raised) {
                                throw new PythonException(
                                        List.of(raised.typeName(), "BaseException", "object"), raised.getMessage());
                            }
                        })),
                future(
                        "future-callback-errors-are-lost",
                        "What a callback raises is not logged.",
                        "FUTURE-033",
                        (future, interpreter) -> detour(future, (self, callback) -> {
                            try {
                                return callback.call(self);
                            } catch (PythonException raised) {
                                return PythonNone.NONE;
                            }
                        })));
    }

    private static void detour(TypeOperations<Future> future, Detour detour) {
        future.wrap(ADD, (self, args, original) -> add(self, args, original, detour));
    }

    private static Object add(Future self, Args args, Operation.Body<Future> original, Detour detour) throws Exception {
        var callback = args.callable("fn");
        return original.call(
                self,
                args.with("fn", PythonCallable.of("detour", (positional, keywords) -> detour.call(self, callback))));
    }

    private static void dropRepeated(TypeOperations<Future> future) {
        Map<Future, List<Object>> added = new WeakHashMap<>();
        future.wrap(ADD, (self, args, original) -> {
            var known = added.computeIfAbsent(self, fresh -> new ArrayList<>());
            if (known.contains(args.get("fn"))) {
                return PythonNone.NONE;
            }
            known.add(args.get("fn"));
            return original.call(self, args);
        });
    }

    private static void reverse(TypeOperations<Future> future) {
        Map<Future, List<PythonCallable>> added = new WeakHashMap<>();
        future.wrap(ADD, (self, args, original) -> {
            if (self.done()) {
                return original.call(self, args);
            }
            var callbacks = added.computeIfAbsent(self, fresh -> new ArrayList<>());
            callbacks.add(args.callable("fn"));
            var last = PythonCallable.of(
                    "last",
                    (positional, keywords) ->
                            callbacks.remove(callbacks.size() - 1).call(self));
            return original.call(self, args.with("fn", last));
        });
    }

    private static Object inAThread(Interpreter interpreter, Runnable body) {
        var thread = new Thread(interpreter, PyCallable.of(body));
        thread.start();
        thread.join();
        return PythonNone.NONE;
    }

    private static void hideOutcome(TypeOperations<Future> future, Interpreter interpreter) {
        var calling = new Marks();
        detour(future, (self, callback) -> {
            calling.add(self);
            try {
                return callback.call(self);
            } finally {
                calling.remove(self);
            }
        });
        for (var part : List.of("result", "exception")) {
            future.wrap(part, (self, args, original) -> {
                if (calling.has(self)) {
                    throw new TimeoutError(interpreter.options().python(), null);
                }
                return original.call(self, args);
            });
        }
    }
}
