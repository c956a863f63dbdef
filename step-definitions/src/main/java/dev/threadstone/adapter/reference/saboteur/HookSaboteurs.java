package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.threading.ExceptHookArgs;
import dev.threadstone.reference.threading.Thread;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Saboteurs of {@code threading.excepthook}: who is called, with what, and what the original writes. */
final class HookSaboteurs {

    private static final String HOOK = "threading.excepthook";
    private static final String ARGS = "threading.ExceptHookArgs";

    private static final PythonCallable SILENT = PythonCallable.of("excepthook", (args, keywords) -> PythonNone.NONE);

    private HookSaboteurs() {}

    /** What is installed in the place of the scenario's hook. */
    private interface Substitute {
        Consumer<ExceptHookArgs> of(PythonCallable hook);
    }

    static List<Saboteur> all() {
        return List.of(
                substituting(
                        "excepthook-twice",
                        "The hook is called twice.",
                        "EXC-004 EXC-006 EXC-008 EXC-011 EXC-013 PATTERN-017 PATTERN-021 TIMER-021 TIMER-024",
                        hook -> args -> {
                            hook.call(args);
                            hook.call(args);
                        }),
                substituting(
                        "excepthook-never",
                        "The hook is never called.",
                        "EXC-004 EXC-005 EXC-006 EXC-008 EXC-009 EXC-010 EXC-011 EXC-013 PATTERN-017 PATTERN-021 TIMER-021 TIMER-024",
                        hook -> args -> {}),
                substituting(
                        "excepthook-hears-exceptions-only",
                        "The hook is not called for errors that are no Exception.",
                        "EXC-004",
                        hook -> args -> {
                            if (args.excValue().isInstanceOf("Exception")) {
                                hook.call(args);
                            }
                        }),
                substituting(
                        "excepthook-error-is-ignored",
                        "sys.excepthook does not hear of the error of a hook.",
                        "EXC-010",
                        hook -> args -> {
                            try {
                                hook.call(args);
                            } catch (PythonException ignored) {
                                return;
                            }
                        }),
                argument("excepthook-without-thread", "The hook does not learn the thread.", "thread"),
                argument("excepthook-without-error", "The hook does not learn the error.", "exc_value"),
                argument("excepthook-without-type", "The hook does not learn the type of the error.", "exc_type"),
                Saboteur.of(
                        "excepthook-of-the-start",
                        "The hook that was in force when the thread was started is called.",
                        "EXC-004 EXC-005 EXC-006 EXC-008 EXC-010 EXC-011 EXC-013 IDENT-009 PATTERN-021",
                        HookSaboteurs::useHookOfStart),
                Saboteur.of(
                        "excepthook-original-is-lost",
                        "threading.__excepthook__ reports nothing.",
                        "EXC-009",
                        (table, interpreter) -> table.constant("threading.__excepthook__", SILENT)),
                Saboteur.of(
                        "sys-excepthook-hears-threads",
                        "sys.excepthook hears of the errors of threads.",
                        "EXC-010 EXC-011 EXC-012 EXC-017 IDENT-009",
                        (table, interpreter) -> Failures.on(table, interpreter::reportUncaught)),
                Saboteur.of(
                        "excepthook-for-everybody",
                        "The hook is called for threads that end in peace, too.",
                        "EXC-010 EXC-013 IDENT-009",
                        HookSaboteurs::callAlways),
                reporting(
                        "report-lacks-the-thread",
                        "The report does not name the thread.",
                        args -> args.excValue().traceback()),
                reporting(
                        "report-lacks-the-traceback",
                        "The report has no traceback.",
                        args -> "Exception in thread " + args.thread().name() + ":\n"
                                + args.excValue().summary()),
                Saboteur.of(
                        "error-stream-cannot-be-none",
                        "sys.stderr cannot be set to None.",
                        "EXC-017",
                        (table, interpreter) -> table.variable("sys.stderr", () -> PythonNone.NONE, ignored -> {})));
    }

    private static Saboteur substituting(String name, String breaks, String requirements, Substitute substitute) {
        return Saboteur.of(
                name,
                breaks,
                requirements,
                (table, interpreter) -> table.variable(
                        HOOK,
                        () -> SILENT,
                        hook -> interpreter
                                .threading()
                                .exceptHooks()
                                .install(hook instanceof PythonCallable callable ? substitute.of(callable) : null)));
    }

    private static Saboteur argument(String name, String breaks, String attribute) {
        return Saboteur.on(
                ARGS,
                ExceptHookArgs.class,
                name,
                breaks,
                "EXC-005",
                (args, interpreter) -> args.wrapGetter(attribute, original -> self -> PythonNone.NONE));
    }

    /** What the original hook writes instead. */
    private interface Report {
        String of(ExceptHookArgs args);
    }

    @SuppressWarnings("ReferenceEquality") // the original hook is one object
    private static Saboteur reporting(String name, String breaks, Report report) {
        return Saboteur.of(
                name,
                breaks,
                "EXC-007 EXC-017 IDENT-009",
                (table, interpreter) -> Failures.on(table, escaped -> {
                    var hooks = interpreter.threading().exceptHooks();
                    if (hooks.hook() == hooks.original() && !Failures.isExit(escaped)) {
                        hooks.install(args -> interpreter.stderr().write(report.of(args)));
                    }
                }));
    }

    private static void useHookOfStart(OperationTable table, Interpreter interpreter) {
        var hooks = interpreter.threading().exceptHooks();
        Map<Object, Consumer<ExceptHookArgs>> atStart = new WeakHashMap<>();
        table.on(ThreadSaboteurs.TYPE, Thread.class).wrap("start", (self, args, original) -> {
            remember(atStart, self, hooks.hook());
            return original.call(self, args);
        });
        Failures.on(
                table,
                escaped -> hooks.install(atStart.get(interpreter.threading().currentThread())));
    }

    private static void remember(
            Map<Object, Consumer<ExceptHookArgs>> hooks, Object thread, @Nullable Consumer<ExceptHookArgs> hook) {
        if (hook != null) {
            hooks.put(thread, hook);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the original hook is one object
    private static void callAlways(OperationTable table, Interpreter interpreter) {
        var hooks = interpreter.threading().exceptHooks();
        Targets.wrap(table, (target, positional, keywords) -> {
            var result = target.call(positional, keywords);
            var hook = hooks.hook();
            if (hook != null && hook != hooks.original()) {
                var thread = interpreter.threading().currentThread();
                hook.accept(new ExceptHookArgs(new RuntimeError("no error at all"), thread));
            }
            return result;
        });
    }
}
