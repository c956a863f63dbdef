package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.TimeoutError;
import dev.threadstone.reference.futures.DoneAndNotDone;
import dev.threadstone.reference.futures.Future;
import dev.threadstone.reference.futures.ReturnWhen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Saboteurs of {@code concurrent.futures.wait}. */
final class FuturesWaitSaboteurs {

    private static final String WAIT = "concurrent.futures.wait";

    private FuturesWaitSaboteurs() {}

    /** A wait for a list of futures, and the sound wait with arguments that may have been changed. */
    private interface Flaw {
        Object wait(List<Future> futures, Args args, Sound original) throws Exception;
    }

    private interface Sound {
        DoneAndNotDone wait(Args args) throws Exception;
    }

    static List<Saboteur> all() {
        return List.of(
                saboteur(
                        "futures-wait-swaps-the-pair",
                        "wait() returns what is not done first.",
                        "FUTURE-022 WAIT-001 WAIT-002 WAIT-003 WAIT-004 WAIT-005 WAIT-006 WAIT-007 WAIT-008 WAIT-011 WAIT-012",
                        (futures, args, original) -> {
                            var pair = original.wait(args);
                            return new DoneAndNotDone(pair.notDone(), pair.done());
                        }),
                saboteur(
                        "futures-wait-returns-done-only",
                        "wait() leaves out what is not done.",
                        "WAIT-001 WAIT-003 WAIT-004 WAIT-006 WAIT-012",
                        (futures, args, original) ->
                                new DoneAndNotDone(original.wait(args).done(), Set.of())),
                saboteur(
                        "futures-wait-is-impatient",
                        "By default wait() returns when one future is done.",
                        "WAIT-002 WAIT-006 WAIT-008 WAIT-012",
                        (futures, args, original) ->
                                original.wait(until(args, ReturnWhen.ALL_COMPLETED, ReturnWhen.FIRST_COMPLETED))),
                saboteur(
                        "futures-wait-raises",
                        "wait() raises what a task raised.",
                        "WAIT-002 WAIT-003 WAIT-004 WAIT-012",
                        (futures, args, original) -> {
                            var pair = original.wait(args);
                            for (var future : pair.done()) {
                                if (!future.cancelled()) {
                                    future.result(null);
                                }
                            }
                            return pair;
                        }),
                saboteur(
                        "futures-wait-first-is-all",
                        "FIRST_COMPLETED waits for all.",
                        "WAIT-003 WAIT-012",
                        (futures, args, original) ->
                                original.wait(until(args, ReturnWhen.FIRST_COMPLETED, ReturnWhen.ALL_COMPLETED))),
                saboteur(
                        "futures-wait-reports-one",
                        "FIRST_COMPLETED reports one future, however many are done.",
                        "WAIT-003",
                        FuturesWaitSaboteurs::reportOne),
                saboteur(
                        "futures-wait-exception-is-all",
                        "FIRST_EXCEPTION waits for all.",
                        "WAIT-004 WAIT-012",
                        (futures, args, original) ->
                                original.wait(until(args, ReturnWhen.FIRST_EXCEPTION, ReturnWhen.ALL_COMPLETED))),
                saboteur(
                        "futures-wait-overlooks-earlier-exceptions",
                        "FIRST_EXCEPTION does not look at what has raised before the call.",
                        "WAIT-004",
                        (futures, args, original) -> futures.stream().anyMatch(FuturesWaitSaboteurs::hasRaised)
                                ? original.wait(until(args, ReturnWhen.FIRST_EXCEPTION, ReturnWhen.ALL_COMPLETED))
                                : original.wait(args)),
                saboteur(
                        "futures-wait-cancellation-is-an-exception",
                        "FIRST_EXCEPTION takes a cancellation for one.",
                        "WAIT-005",
                        (futures, args, original) -> futures.stream().anyMatch(Future::cancelled)
                                ? original.wait(until(args, ReturnWhen.FIRST_EXCEPTION, ReturnWhen.FIRST_COMPLETED))
                                : original.wait(args)),
                saboteur(
                        "futures-wait-exception-is-first",
                        "FIRST_EXCEPTION returns when one future is done.",
                        "WAIT-004 WAIT-005 WAIT-012",
                        (futures, args, original) ->
                                original.wait(until(args, ReturnWhen.FIRST_EXCEPTION, ReturnWhen.FIRST_COMPLETED))),
                saboteur(
                        "futures-wait-timeout-cancels",
                        "When the time is up wait() cancels what is not done.",
                        "WAIT-006",
                        (futures, args, original) -> {
                            var pair = original.wait(args);
                            pair.notDone().forEach(Future::cancel);
                            return pair;
                        }),
                Saboteur.of(
                        "futures-wait-timeout-raises",
                        "wait() raises TimeoutError when the time is up.",
                        "WAIT-001 WAIT-006 WAIT-011",
                        (table, interpreter) -> wrap(
                                table,
                                interpreter,
                                (futures, args, original) -> {
                                    var pair = original.wait(args);
                                    if (!args.isNone("timeout")
                                            && !pair.notDone().isEmpty()) {
                                        throw new TimeoutError(
                                                interpreter.options().python(), null);
                                    }
                                    return pair;
                                },
                                false)),
                saboteur(
                        "futures-wait-timeout-returns-early",
                        "wait() gives up after half its timeout.",
                        "WAIT-006",
                        (futures, args, original) ->
                                original.wait(isTimed(args) ? args.with("timeout", args.number("timeout") / 2) : args)),
                saboteur(
                        "futures-wait-uses-up-timeout",
                        "A timed wait() returns only when its timeout has passed.",
                        "WAIT-006 WAIT-008",
                        (futures, args, original) -> original.wait(args),
                        true),
                saboteur(
                        "futures-wait-zero-waits",
                        "wait(timeout=0) has no limit.",
                        "WAIT-001 WAIT-006",
                        (futures, args, original) -> original.wait(
                                args.get("timeout").equals(0L) ? args.with("timeout", PythonNone.NONE) : args)),
                saboteur(
                        "futures-wait-refuses-duplicates",
                        "wait() refuses a future that is given twice.",
                        "WAIT-007",
                        (futures, args, original) -> {
                            if (new HashSet<>(futures).size() < futures.size()) {
                                throw new PythonException("ValueError", "a future is given twice");
                            }
                            return original.wait(args);
                        }),
                Saboteur.of(
                        "futures-wait-needs-a-collection",
                        "wait() refuses iterators.",
                        "WAIT-008",
                        (table, interpreter) -> table.wrapFunction(WAIT, (nobody, args, original) -> {
                            if (args.get("fs") instanceof Iterator) {
                                throw PythonException.typeError("an iterator has no len()");
                            }
                            return original.call(nobody, args);
                        })),
                saboteur(
                        "futures-wait-refuses-nothing",
                        "wait() refuses to wait for nothing.",
                        "WAIT-009",
                        (futures, args, original) -> {
                            if (futures.isEmpty()) {
                                throw new PythonException("ValueError", "no futures are given");
                            }
                            return original.wait(args);
                        }),
                saboteur(
                        "futures-wait-takes-any-word",
                        "wait() takes an unknown return_when for ALL_COMPLETED.",
                        "WAIT-010",
                        (futures, args, original) -> original.wait(
                                args.get("return_when").equals("SOME_DAY")
                                        ? args.with("return_when", ReturnWhen.ALL_COMPLETED.name())
                                        : args)),
                Saboteur.of(
                        "futures-wait-once-a-future",
                        "Who waits for a future for which another thread begins to wait is forgotten.",
                        "WAIT-012",
                        FuturesWaitSaboteurs::forgetEarlierWaiters));
    }

    private static Saboteur saboteur(String name, String breaks, String requirements, Flaw flaw) {
        return saboteur(name, breaks, requirements, flaw, false);
    }

    private static Saboteur saboteur(
            String name, String breaks, String requirements, Flaw flaw, boolean usesUpTimeout) {
        return Saboteur.of(
                name, breaks, requirements, (table, interpreter) -> wrap(table, interpreter, flaw, usesUpTimeout));
    }

    private static void wrap(OperationTable table, Interpreter interpreter, Flaw flaw, boolean usesUpTimeout) {
        table.wrapFunction(WAIT, (nobody, args, original) -> {
            var futures = args.items("fs").stream().map(Future.class::cast).toList();
            var known = args.with("fs", new ArrayList<Object>(futures));
            if (usesUpTimeout && isTimed(args)) {
                new Crowd(interpreter).sleep(args.number("timeout"));
                known = known.with("timeout", 0L);
            }
            return flaw.wait(futures, known, changed -> (DoneAndNotDone) original.call(nobody, changed));
        });
    }

    private static Args until(Args args, ReturnWhen asked, ReturnWhen done) {
        return args.get("return_when").equals(asked.name()) ? args.with("return_when", done.name()) : args;
    }

    private static boolean hasRaised(Future future) {
        return FutureSaboteurs.hasFinished(future) && future.exception(null) != null;
    }

    private static Object reportOne(List<Future> futures, Args args, Sound original) throws Exception {
        var pair = original.wait(args);
        if (!args.get("return_when").equals(ReturnWhen.FIRST_COMPLETED.name())
                || pair.done().isEmpty()) {
            return pair;
        }
        var first = pair.done().iterator().next();
        var others = new HashSet<>(futures);
        others.remove(first);
        return new DoneAndNotDone(Set.of(first), others);
    }

    private static void forgetEarlierWaiters(OperationTable table, Interpreter interpreter) {
        Map<Future, Object> latest = new HashMap<>();
        wrap(
                table,
                interpreter,
                (futures, args, original) -> {
                    var mine = new Object();
                    futures.forEach(future -> latest.put(future, mine));
                    var pair = original.wait(args);
                    if (futures.stream().anyMatch(future -> !mine.equals(latest.get(future)))) {
                        new Crowd(interpreter).await();
                    }
                    return pair;
                },
                false);
    }

    private static boolean isTimed(Args args) {
        return !args.isNone("timeout") && args.number("timeout") > 0;
    }
}
