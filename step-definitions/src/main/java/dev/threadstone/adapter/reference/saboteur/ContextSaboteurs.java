package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.context.Context;
import dev.threadstone.reference.context.ContextVar;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.futures.Executor;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Saboteurs of contexts: copies of them, runs in them, and who starts in which. */
final class ContextSaboteurs {

    private static final String CONTEXT = "contextvars.Context";

    private ContextSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                thread(
                        "context-is-inherited",
                        "A thread starts with a copy of the context of whoever constructs it.",
                        "CTX-007",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) -> original.call(
                                nobody,
                                args.isNone("context")
                                        ? args.with(
                                                "context",
                                                interpreter.contexts().copy())
                                        : args))),
                thread(
                        "context-of-thread-is-ignored",
                        "Thread(context=...) starts with an empty context.",
                        "CTX-010 STATE-010",
                        (thread, interpreter) -> thread.wrapConstructor((nobody, args, original) ->
                                original.call(nobody, args.with("context", PythonNone.NONE)))),
                Saboteur.of(
                        "context-flag-is-ignored",
                        "Threads do not inherit contexts, although the flag is on.",
                        "CTX-008",
                        (table, interpreter) -> table.wrapMethod(
                                "threadstone.ChildInterpreter",
                                "start_thread",
                                (self, args, original) -> List.of("nothing", "starter"))),
                Saboteur.of(
                        "context-copies-follow",
                        "A value that is set in a context is set in its copies, too.",
                        "ASYNC-026 CTX-010 CTX-013 STATE-010",
                        ContextSaboteurs::letCopiesFollow),
                Saboteur.of(
                        "context-copies-deeply",
                        "A copy of a context has copies of the lists in it.",
                        "CTX-014",
                        ContextSaboteurs::copyDeeply),
                context(
                        "context-run-stays-outside",
                        "run() calls the function in the context of the caller.",
                        "ASYNC-015 CTX-005 CTX-012 CTX-013 CTX-015 CTX-016 CTX-017 CTX-020 CTX-021 CTX-025",
                        (context, interpreter) ->
                                context.wrap("run", (self, args, original) -> ContextSaboteurs.callOutside(args))),
                context(
                        "context-run-drops-arguments",
                        "run() calls the function without arguments.",
                        "CTX-013 CTX-015",
                        (context, interpreter) -> context.wrap(
                                "run",
                                (self, args, original) -> args.items("args").isEmpty()
                                        ? original.call(self, args)
                                        : original.call(self, bare(args)))),
                context(
                        "context-run-changes-a-copy",
                        "What a function changes inside of a context is lost when it leaves it.",
                        "CTX-013 CTX-016 CTX-017",
                        (context, interpreter) ->
                                context.wrap("run", (self, args, original) -> original.call(self.copy(), args))),
                context(
                        "context-can-be-entered-twice",
                        "Who enters a context that somebody is in gets a copy of it.",
                        "CTX-017",
                        (context, interpreter) ->
                                context.wrap("run", (self, args, original) -> enterTwice(self, args, original))),
                context(
                        "context-is-used-up",
                        "A context can be entered once.",
                        "CTX-016 CTX-018",
                        (context, interpreter) -> {
                            var entered = new Marks();
                            context.wrap("run", (self, args, original) -> {
                                if (!entered.add(self)) {
                                    throw new RuntimeError("the context is used up");
                                }
                                return original.call(self, args);
                            });
                        }),
                context(
                        "context-lookup-uses-defaults",
                        "context[variable] gives the default of a variable without a value.",
                        "CTX-019",
                        (context, interpreter) -> context.wrap("__getitem__", (self, args, original) -> {
                            try {
                                return original.call(self, args);
                            } catch (PythonException raised) {
                                return Forgiveness.of(raised, "KeyError");
                            }
                        })),
                Saboteur.on(
                        "concurrent.futures.Executor",
                        Executor.class,
                        "context-follows-into-pools",
                        "A task of a pool runs in a copy of the context of its submitter.",
                        "CTX-020 CTX-021",
                        (pool, interpreter) -> pool.wrap(
                                "submit",
                                (self, args, original) -> original.call(
                                        self, args.with("fn", Inside.copyOf(interpreter, args.get("fn")))))));
    }

    private static Saboteur context(
            String name, String breaks, String requirements, Saboteur.TypePatch<Context> patch) {
        return Saboteur.on(CONTEXT, Context.class, name, breaks, requirements, patch);
    }

    private static Saboteur thread(String name, String breaks, String requirements, Saboteur.TypePatch<Thread> patch) {
        return Saboteur.on("threading.Thread", Thread.class, name, breaks, requirements, patch);
    }

    private static Object callOutside(Args args) {
        return args.callable("callable").call(args.items("args"), args.entries("kwargs"));
    }

    private static Args bare(Args args) {
        return args.with("args", PythonTuple.EMPTY).with("kwargs", Map.of());
    }

    private static Object enterTwice(Context self, Args args, Operation.Body<Context> original) throws Exception {
        try {
            return original.call(self, args);
        } catch (PythonException raised) {
            Forgiveness.of(raised, "RuntimeError");
            return original.call(self.copy(), args);
        }
    }

    private static void letCopiesFollow(OperationTable table, Interpreter interpreter) {
        var copies = new ArrayList<Context>();
        table.wrapFunction("contextvars.copy_context", (nobody, args, original) -> {
            var copy = (Context) original.call(nobody, args);
            copies.add(copy);
            return copy;
        });
        table.on("contextvars.ContextVar", ContextVar.class).wrap("set", (self, args, original) -> {
            for (var copy : copies) {
                setInside(copy, self, args.get("value"));
            }
            return original.call(self, args);
        });
    }

    private static void setInside(Context copy, ContextVar variable, Object value) {
        try {
            copy.run(PyCallable.of(() -> variable.set(value)), List.of(), Map.of());
        } catch (PythonException entered) {
            Forgiveness.of(entered, "RuntimeError");
        }
    }

    private static void copyDeeply(OperationTable table, Interpreter interpreter) {
        table.wrapFunction("contextvars.copy_context", (nobody, args, original) -> {
            var copy = (Context) original.call(nobody, args);
            for (var variable : copy.keys()) {
                if (copy.get(variable) instanceof List<?> list) {
                    setInside(copy, variable, new ArrayList<>(list));
                }
            }
            return copy;
        });
    }
}
