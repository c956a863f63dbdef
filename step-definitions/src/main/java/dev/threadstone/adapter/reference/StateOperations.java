package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.Frame;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.threading.Barrier;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each thread has of its own: calls, errors that it handles, and errors that others request in it. */
final class StateOperations {

    private static final Frame RECURSE = Frame.ofProgram("recurse");

    private StateOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        registerCalls(table, interpreter);
        registerErrors(table, interpreter);
        table.function(
                "threadstone.has_imported",
                "name",
                args -> interpreter.modules().isLoaded(args.text("name")));
        table.function(
                "threadstone.generator",
                "body",
                args -> new GeneratorIterator(interpreter, new ReferenceCallable(args.callable("body"))));
    }

    private static void registerCalls(OperationTable table, Interpreter interpreter) {
        var limit = interpreter.threadStates().recursionLimit();
        table.function("sys._current_frames", "", args -> frames(interpreter))
                .function(
                        "threadstone.stack_of",
                        "thread",
                        args -> stateOf(interpreter, args)
                                .map(StateOperations::tasks)
                                .orElseThrow(() -> new PythonException("KeyError", "the thread has no frames")))
                .function("sys.setrecursionlimit", "limit, /", args -> {
                    limit.depth(args.integer("limit").intValueExact());
                    return PythonNone.NONE;
                })
                .function("sys.getrecursionlimit", "", args -> (long) limit.depth())
                .function("threadstone.recurse", "depth, gate=None", args -> recurse(interpreter, args))
                .function("threadstone.count_from", "start, steps, gate", StateOperations::count);
    }

    private static void registerErrors(OperationTable table, Interpreter interpreter) {
        table.function(
                        "threadstone.handled",
                        "",
                        args -> orNone(interpreter.current().exceptions().current()))
                .function(
                        "threadstone.handled_by",
                        "thread",
                        args -> stateOf(interpreter, args)
                                .<Object>map(state -> orNone(state.exceptions().current()))
                                .orElse(PythonNone.NONE))
                .function("threadstone.set_async_exc", "ident, error", args -> (long) interpreter
                        .threadStates()
                        .requestException(
                                args.integer("ident").longValueExact(),
                                args.isNone("error")
                                        ? null
                                        : new ReferenceErrors().create(args.typeName("error"), List.of())));
    }

    private static Map<Long, Object> frames(Interpreter interpreter) {
        var frames = new LinkedHashMap<Long, Object>();
        interpreter
                .threadStates()
                .all()
                .forEach(state -> frames.put(state.platformThread().id(), tasks(state)));
        return frames;
    }

    private static Optional<ThreadState> stateOf(Interpreter interpreter, Args args) {
        var ident = args.object("thread", Thread.class).ident();
        return interpreter.threadStates().all().stream()
                .filter(state -> ident != null && state.platformThread().id() == ident)
                .findFirst();
    }

    private static List<Object> tasks(ThreadState state) {
        var tasks = new ArrayList<>();
        state.callStack().frames().stream()
                .filter(Frame::isOfProgram)
                .map(Frame::function)
                .forEach(tasks::add);
        return tasks;
    }

    /** Enters as many calls, which in Python would call each other, waits at the gate and returns from all of them. */
    private static Object recurse(Interpreter interpreter, Args args) {
        var calls = interpreter.current().callStack();
        var depth = args.integer("depth").longValueExact();
        long entered = 0;
        try {
            while (entered < depth) {
                calls.enter(RECURSE);
                entered++;
            }
            if (!args.isNone("gate")) {
                args.object("gate", Barrier.class).await();
            }
        } finally {
            for (long left = entered; left > 0; left--) {
                calls.leave();
            }
        }
        return depth;
    }

    private static Object count(Args args) {
        long total = args.integer("start").longValueExact();
        for (long step = args.integer("steps").longValueExact(); step > 0; step--) {
            total++;
            args.object("gate", Barrier.class).await();
        }
        return total;
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? PythonNone.NONE : value;
    }
}
