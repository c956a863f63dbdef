package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.asyncio.Coroutine;
import dev.threadstone.reference.asyncio.CoroutineBody.Progress;
import dev.threadstone.reference.asyncio.Future;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.threading.Lock;
import java.util.List;
import java.util.Map;

/** Saboteurs of {@code asyncio.to_thread}, and of what blocks an event loop. */
final class ToThreadSaboteurs {

    private static final int SINCE = 9;

    private ToThreadSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                toThread(
                        "to-thread-stays-in-the-loop",
                        "to_thread() runs the function in the thread of the loop.",
                        "ASYNC-001 ASYNC-004 ASYNC-006 ASYNC-008 ASYNC-010",
                        (interpreter, args, original) ->
                                new Coroutine("to_thread", (value, raised) -> new Progress.Returned(call(args)))),
                toThread(
                        "to-thread-drops-keywords",
                        "to_thread() does not pass keyword arguments on.",
                        "ASYNC-002",
                        (interpreter, args, original) -> original.call(PythonNone.NONE, args.with("kwargs", Map.of()))),
                toThread(
                        "to-thread-copies-exceptions",
                        "What the function raises is raised as another object.",
                        "ASYNC-003",
                        (interpreter, args, original) ->
                                original.call(PythonNone.NONE, args.with("func", Copies.raisedBy(args.get("func"))))),
                toThread(
                        "to-thread-forgets-the-context",
                        "The function runs in an empty context.",
                        "ASYNC-004",
                        (interpreter, args, original) -> original.call(
                                PythonNone.NONE,
                                args.with("func", Inside.in(new Context(interpreter), args.get("func"))))),
                toThread(
                        "to-thread-starts-at-once",
                        "Calling to_thread() starts the function.",
                        "ASYNC-005",
                        (interpreter, args, original) -> interpreter
                                .asyncio()
                                .runningLoop()
                                .createTask((Coroutine) original.call(PythonNone.NONE, args))),
                Saboteur.on(
                        LockSaboteurs.TYPE,
                        Lock.class,
                        "lock-does-not-block-event-loops",
                        "acquire() in the thread of a running event loop does not wait.",
                        "ASYNC-007",
                        (lock, interpreter) -> lock.wrap(
                                "acquire",
                                (self, args, original) -> original.call(
                                        self,
                                        Loops.running(interpreter).isPresent() ? args.with("blocking", false) : args))),
                Saboteur.on(
                        "asyncio.Future",
                        Future.class,
                        "asyncio-cancel-does-nothing",
                        "cancel() of futures and tasks does nothing and returns False.",
                        "ASYNC-008 ASYNC-016 ASYNC-032",
                        (future, interpreter) -> future.wrap("cancel", (self, args, original) -> false)));
    }

    /** What stands in the place of {@code asyncio.to_thread}. */
    private interface Replacement {
        Object call(Interpreter interpreter, Args args, Operation.Body<PythonNone> original) throws Exception;
    }

    private static Saboteur toThread(String name, String breaks, String requirements, Replacement replacement) {
        return Saboteur.of(name, breaks, requirements, (table, interpreter) -> {
            if (interpreter.options().python().atLeast(SINCE)) {
                table.wrapFunction(
                        "asyncio.to_thread", (nobody, args, original) -> replacement.call(interpreter, args, original));
            }
        });
    }

    private static Object call(Args args) {
        return args.callable("func").call(args.items("args"), args.entries("kwargs"));
    }
}
