package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.TimeoutError;
import dev.threadstone.reference.futures.AsCompleted;
import dev.threadstone.reference.futures.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Saboteurs of {@code concurrent.futures.as_completed}. */
final class AsCompletedSaboteurs {

    private static final String AS_COMPLETED = "concurrent.futures.as_completed";

    private AsCompletedSaboteurs() {}

    /** The futures, the arguments, the sound function and the interpreter: whatever a flawed one may need. */
    private record Call(List<Future> futures, Args args, Sound sound, Interpreter interpreter) {

        boolean isTimed() {
            return !args.isNone("timeout");
        }

        AsCompleted original() throws Exception {
            return sound.iterate(args);
        }

        AsCompleted originalOf(List<Future> others) throws Exception {
            return sound.iterate(args.with("fs", new ArrayList<Object>(others)));
        }

        TimeoutError timeout(String message) {
            return new TimeoutError(interpreter.options().python(), message);
        }
    }

    private interface Sound {
        AsCompleted iterate(Args args) throws Exception;
    }

    private interface Flaw {
        Iterator<?> iterate(Call call) throws Exception;
    }

    @SuppressWarnings("ModifiedButNotUsed") // what is kept is not reclaimed
    static List<Saboteur> all() {
        return List.of(
                saboteur(
                        "as-completed-in-input-order",
                        "as_completed() yields the futures in the order of its input.",
                        "ASCOMP-001 ASCOMP-002 ASCOMP-003 ASCOMP-004 ASCOMP-008 ASCOMP-011 ASCOMP-012 PATTERN-019",
                        AsCompletedSaboteurs::inOrder),
                saboteur(
                        "as-completed-done-last",
                        "as_completed() yields what is done already after all others.",
                        "ASCOMP-002 ASCOMP-007 ASCOMP-008 ASCOMP-011 ASCOMP-012",
                        AsCompletedSaboteurs::doneLast),
                saboteur(
                        "as-completed-waits-for-all",
                        "as_completed() yields nothing before all futures are done.",
                        "ASCOMP-003 ASCOMP-004 ASCOMP-007 ASCOMP-008 ASCOMP-011 ASCOMP-012 PATTERN-019",
                        call -> {
                            var original = call.original();
                            List<Future> all = new ArrayList<>();
                            return new FlawedFutures(() -> original.hasNext() || !all.isEmpty(), () -> {
                                original.forEachRemaining(all::add);
                                return all.remove(0);
                            });
                        }),
                saboteur(
                        "as-completed-raises",
                        "as_completed() raises what a task raised.",
                        "ASCOMP-004 PATTERN-020",
                        call -> changed(call.original(), future -> {
                            if (!future.cancelled()) {
                                future.result(null);
                            }
                            return future;
                        })),
                saboteur(
                        "as-completed-skips-cancelled",
                        "as_completed() does not yield cancelled futures.",
                        "ASCOMP-004 FUTURE-022",
                        call -> {
                            var original = call.original();
                            return new FlawedFutures(original::hasNext, () -> {
                                var next = original.next();
                                return next.cancelled() ? original.next() : next;
                            });
                        }),
                saboteur(
                        "as-completed-yields-duplicates",
                        "as_completed() yields a future as often as it is given.",
                        "ASCOMP-005",
                        AsCompletedSaboteurs::yieldDuplicates),
                Saboteur.of(
                        "as-completed-needs-a-list",
                        "as_completed() refuses everything but lists.",
                        "ASCOMP-005 FUTURE-034",
                        (table, interpreter) -> table.wrapFunction(AS_COMPLETED, (nobody, args, original) -> {
                            if (!(args.get("fs") instanceof List)) {
                                return failure(PythonException.typeError("as_completed() needs a list"));
                            }
                            return original.call(nobody, args);
                        })),
                saboteur(
                        "as-completed-refuses-nothing",
                        "as_completed() refuses an empty input.",
                        "ASCOMP-006",
                        call -> {
                            if (call.futures().isEmpty()) {
                                return failure(new PythonException("ValueError", "no futures are given"));
                            }
                            return call.original();
                        }),
                saboteur(
                        "as-completed-ignores-timeout",
                        "as_completed() has no limit.",
                        "ASCOMP-007 ASCOMP-008 ASCOMP-009 ASCOMP-010 ASCOMP-011",
                        call -> call.sound().iterate(call.args().with("timeout", PythonNone.NONE))),
                saboteur(
                        "as-completed-timeout-returns-early",
                        "as_completed() gives up after half its timeout.",
                        "ASCOMP-007 ASCOMP-010",
                        call -> call.isTimed()
                                ? call.sound()
                                        .iterate(call.args()
                                                .with("timeout", call.args().number("timeout") / 2))
                                : call.original()),
                saboteur(
                        "as-completed-timeout-ends-quietly",
                        "The iteration just ends when the time is up.",
                        "ASCOMP-007 ASCOMP-008 ASCOMP-009 ASCOMP-010 ASCOMP-011",
                        call -> failing(call.original(), over -> new PythonException("StopIteration", List.of()))),
                saboteur(
                        "as-completed-zero-does-not-look",
                        "With timeout 0 as_completed() raises TimeoutError before it yields anything.",
                        "ASCOMP-008 ASCOMP-011",
                        call -> {
                            if (call.args().get("timeout").equals(0L)
                                    && !call.futures().isEmpty()) {
                                return failure(call.timeout("no time"));
                            }
                            return call.original();
                        }),
                saboteur(
                        "as-completed-timeout-cancels",
                        "When the time is up as_completed() cancels what is not done.",
                        "ASCOMP-009",
                        call -> call.isTimed()
                                ? failing(call.original(), over -> {
                                    call.futures().forEach(Future::cancel);
                                    return over;
                                })
                                : call.original()),
                saboteur(
                        "as-completed-timeout-says-nothing",
                        "The TimeoutError of as_completed() has no text.",
                        "ASCOMP-011",
                        call -> call.isTimed() ? failing(call.original(), over -> call.timeout("")) : call.original()),
                saboteur(
                        "as-completed-yields-copies",
                        "as_completed() yields other futures than it was given.",
                        "ASCOMP-001 ASCOMP-002 ASCOMP-003 ASCOMP-004 ASCOMP-005 ASCOMP-007 ASCOMP-008 ASCOMP-009 ASCOMP-011 ASCOMP-012 FUTURE-022 FUTURE-034 PATTERN-019 PATTERN-020",
                        call -> changed(call.original(), future -> new Future(call.interpreter()))),
                saboteur(
                        "as-completed-keeps-futures",
                        "The iterator keeps the futures that it has yielded.",
                        "ASCOMP-012",
                        call -> {
                            List<Future> kept = new ArrayList<>();
                            return changed(call.original(), future -> {
                                kept.add(future);
                                return future;
                            });
                        }));
    }

    private static Saboteur saboteur(String name, String breaks, String requirements, Flaw flaw) {
        return Saboteur.of(
                name,
                breaks,
                requirements,
                (table, interpreter) -> table.wrapFunction(AS_COMPLETED, (nobody, args, original) -> {
                    var futures =
                            args.items("fs").stream().map(Future.class::cast).toList();
                    var known = args.with("fs", new ArrayList<Object>(futures));
                    return flaw.iterate(new Call(
                            futures, known, changed -> (AsCompleted) original.call(nobody, changed), interpreter));
                }));
    }

    /** An iterator whose first step raises this. */
    private static Iterator<?> failure(RuntimeException error) {
        return new FlawedFutures(() -> true, () -> {
            throw error;
        });
    }

    private static Iterator<?> inOrder(Call call) {
        var left = new ArrayList<>(call.futures().stream().distinct().toList());
        return new FlawedFutures(
                () -> !left.isEmpty(),
                () -> call.originalOf(List.of(left.remove(0))).next());
    }

    private static Iterator<?> doneLast(Call call) throws Exception {
        var done = new ArrayList<>(
                call.futures().stream().distinct().filter(Future::done).toList());
        var others = new ArrayList<>(call.futures());
        others.removeAll(done);
        var first = call.originalOf(others);
        return new FlawedFutures(
                () -> first.hasNext() || !done.isEmpty(), () -> first.hasNext() ? first.next() : done.remove(0));
    }

    private static Iterator<?> yieldDuplicates(Call call) throws Exception {
        var original = call.original();
        if (call.futures().stream().distinct().count() == call.futures().size()) {
            return original;
        }
        List<Future> again = new ArrayList<>();
        return new FlawedFutures(() -> original.hasNext() || !again.isEmpty(), () -> {
            if (!again.isEmpty()) {
                return again.remove(0);
            }
            var next = original.next();
            again.addAll(Collections.nCopies(Collections.frequency(call.futures(), next) - 1, next));
            return next;
        });
    }

    private static Iterator<?> changed(AsCompleted original, UnaryOperator<Future> change) {
        return new FlawedFutures(original::hasNext, () -> change.apply(original.next()));
    }

    private static Iterator<?> failing(AsCompleted original, Function<TimeoutError, RuntimeException> change) {
        return new FlawedFutures(original::hasNext, () -> {
            try {
                return original.next();
            } catch (TimeoutError over) {
                throw change.apply(over);
            }
        });
    }
}
