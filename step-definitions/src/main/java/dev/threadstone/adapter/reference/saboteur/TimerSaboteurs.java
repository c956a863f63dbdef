package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.TypeOperations;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.TypeError;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Saboteurs of {@code threading.Timer}: what it is made of, and the call of its function. */
final class TimerSaboteurs {

    static final String TYPE = "threading.Timer";

    private static final double LONG = 10;

    private static final double VERY_LONG = 60;

    private TimerSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                timed(
                        "timer-fires-early",
                        "A timer calls after a quarter of its interval.",
                        "TIMER-003 TIMER-012",
                        interval -> interval / 4),
                timed(
                        "timer-zero-waits",
                        "An interval of zero means a second.",
                        "TIMER-007 TIMER-008 TIMER-009 TIMER-010 TIMER-021 TIMER-022 TIMER-029",
                        interval -> interval == 0 ? 1 : interval),
                timed("timer-negative-waits", "A negative interval counts as a positive one.", "TIMER-023", Math::abs),
                timed(
                        "timer-long-interval-is-cut",
                        "An interval of some seconds means none at all.",
                        "TIMER-027",
                        interval -> interval > LONG && interval < VERY_LONG ? 0 : interval),
                timer(
                        "timer-checks-interval",
                        "An interval that no timer can wait is refused by the constructor.",
                        "TIMER-024",
                        (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> {
                            if (args.number("interval") > LONG * VERY_LONG * VERY_LONG) {
                                throw new TypeError("the interval is too large");
                            }
                            return original.call(nobody, args);
                        })),
                timer(
                        "timer-function-is-optional",
                        "Interval and function need not be given.",
                        "TIMER-010",
                        (type, interpreter) ->
                                type.resignConstructor("interval=0, function=None, args=None, kwargs=None")),
                timer(
                        "timer-runs-function-elsewhere",
                        "The function runs in a thread that is not the timer.",
                        "TIMER-006 TIMER-031",
                        (type, interpreter) -> ring(type, (timer, function, positional, keywords) -> {
                            var thread = new Thread(
                                    interpreter,
                                    PyCallable.named(function.name(), () -> function.call(positional, keywords)));
                            thread.start();
                            thread.join();
                            return PythonNone.NONE;
                        })),
                timer(
                        "timer-drops-keywords",
                        "The function does not get the keyword arguments.",
                        "TIMER-007",
                        (type, interpreter) -> ring(
                                type, (timer, function, positional, keywords) -> function.call(positional, Map.of()))),
                timer(
                        "timer-passes-itself",
                        "A function without arguments gets the timer.",
                        "TIMER-008 TIMER-009",
                        (type, interpreter) -> ring(
                                type,
                                (timer, function, positional, keywords) -> positional.isEmpty()
                                        ? function.call(List.of(timer), keywords)
                                        : function.call(positional, keywords))),
                timer(
                        "timer-shares-default-args",
                        "All timers without arguments have the same empty list.",
                        "TIMER-009",
                        (type, interpreter) -> {
                            var shared = new ArrayList<Object>();
                            type.wrapConstructor((nobody, args, original) ->
                                    original.call(nobody, args.isNone("args") ? args.with("args", shared) : args));
                        }),
                timer(
                        "timer-fires-twice",
                        "The function is called twice.",
                        "TIMER-003 TIMER-004 TIMER-007 TIMER-008 TIMER-009 TIMER-010 TIMER-011 TIMER-012 "
                                + "TIMER-015 TIMER-016 TIMER-017 TIMER-019 TIMER-020 TIMER-022 TIMER-023 TIMER-026 "
                                + "TIMER-029 TIMER-030",
                        (type, interpreter) -> ring(type, (timer, function, positional, keywords) -> {
                            function.call(positional, keywords);
                            return function.call(positional, keywords);
                        })),
                timer(
                        "timer-swallows-errors",
                        "An exception of the function ends with it.",
                        "TIMER-021 TIMER-031",
                        (type, interpreter) -> ring(type, (timer, function, positional, keywords) -> {
                            try {
                                return function.call(positional, keywords);
                            } catch (RuntimeException swallowed) {
                                return PythonNone.NONE;
                            }
                        })),
                timer(
                        "timer-finished-when-it-fires",
                        "finished is set before the function is called.",
                        "TIMER-030 TIMER-031",
                        (type, interpreter) -> ring(type, (timer, function, positional, keywords) -> {
                            timer.finished().set();
                            return function.call(positional, keywords);
                        })),
                timer(
                        "timer-finished-after-error",
                        "finished is set when the function has raised.",
                        "TIMER-031",
                        (type, interpreter) -> ring(type, (timer, function, positional, keywords) -> {
                            try {
                                return function.call(positional, keywords);
                            } finally {
                                timer.finished().set();
                            }
                        })),
                timer(
                        "timer-ignores-new-args",
                        "Assigning args is accepted and ignored.",
                        "TIMER-029",
                        (type, interpreter) -> type.replaceSetter("args", (self, value) -> {})),
                timer(
                        "timer-cannot-start-timers",
                        "Only the main thread can start timers.",
                        "TIMER-012",
                        (type, interpreter) -> type.action("start", "", (self, args) -> {
                            if (!interpreter.current().isMain()) {
                                throw new RuntimeError("can't start new timer");
                            }
                            self.start();
                        })),
                timer(
                        "timer-ignores-overridden-run",
                        "A timer calls its function even if a subclass overrides run.",
                        "TIMER-028",
                        (type, interpreter) -> type.wrapConstructor(
                                (nobody, args, original) -> original.call(nobody, args.withoutOverrides()))),
                timer("timer-is-no-class", "Timer is a function.", "TIMER-028", (type, interpreter) -> type.factory()),
                Saboteur.of(
                        "timer-is-no-thread",
                        "isinstance(timer, Thread) is False.",
                        "TIMER-001",
                        (table, interpreter) -> table.wrapFunction(
                                "isinstance",
                                (nobody, args, original) -> args.get("object") instanceof Timer
                                        ? (Object) false
                                        : original.call(nobody, args))));
    }

    static Saboteur timer(String name, String breaks, String requirements, Saboteur.TypePatch<Timer> patch) {
        return Saboteur.on(TYPE, Timer.class, name, breaks, requirements, patch);
    }

    /** A saboteur that changes the interval. */
    private static Saboteur timed(String name, String breaks, String requirements, DoubleUnaryOperator change) {
        return timer(
                name,
                breaks,
                requirements,
                (type, interpreter) -> type.wrapConstructor((nobody, args, original) -> original.call(
                        nobody,
                        args.get("interval") instanceof Number
                                        && change.applyAsDouble(args.number("interval")) != args.number("interval")
                                ? args.with("interval", change.applyAsDouble(args.number("interval")))
                                : args)));
    }

    /** How the function is called. */
    private interface Ring {
        Object call(Timer timer, PythonCallable function, List<Object> positional, Map<String, Object> keywords);
    }

    /** Changes how the function is called, and not which function the timer shows. */
    private static void ring(TypeOperations<Timer> type, Ring changed) {
        Map<Object, Object> functions = new WeakHashMap<>();
        type.wrapConstructor((nobody, args, original) -> {
                    var timer = new AtomicReference<@Nullable Timer>();
                    var made = original.call(nobody, around(args, timer, changed));
                    timer.set((Timer) made);
                    functions.put(made, args.get("function"));
                    return made;
                })
                .wrapGetter("function", getter -> self -> functions.getOrDefault(self, getter.apply(self)));
    }

    private static Args around(Args args, AtomicReference<@Nullable Timer> timer, Ring changed) {
        return args.get("function") instanceof PythonCallable function
                ? args.with("function", PythonCallable.of(function.name(), (positional, keywords) -> {
                    var ringing = timer.get();
                    return ringing == null
                            ? function.call(positional, keywords)
                            : changed.call(ringing, function, positional, keywords);
                }))
                : args;
    }
}
