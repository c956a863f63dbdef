package dev.threadstone.adapter.reference.saboteur;

import static dev.threadstone.adapter.reference.saboteur.PoolSaboteurs.pool;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Saboteurs of {@code Executor.map}. */
final class MapSaboteurs {

    private MapSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                pool(
                        "map-gives-what-is-ready",
                        "Results come in the order in which the calls end.",
                        "MAP-001",
                        (executor, interpreter) -> executor.wrap("map", new FlawedMap(interpreter)::asCompleted)),
                mapping(
                        "map-takes-one-iterable",
                        "All iterables but the first are ignored.",
                        "MAP-001 MAP-002 MAP-006 MAP-014",
                        args -> args.with(
                                "iterables",
                                new PythonTuple(args.items("iterables").stream()
                                        .limit(1)
                                        .toList()))),
                mapping(
                        "map-fills-up",
                        "Shorter iterables are filled up.",
                        "MAP-002",
                        args -> args.items("iterables").size() < 2 ? args : FlawedMap.filledUp(args)),
                mapping(
                        "map-is-lazy",
                        "Inputs are taken only as results are.",
                        "MAP-003 MAP-004 MAP-005 MAP-007 MAP-010 MAP-012",
                        args -> args.isNone("buffersize") ? args.with("buffersize", 1L) : args),
                pool(
                        "map-waits",
                        "map returns when all calls have ended.",
                        "MAP-004 MAP-007 MAP-010 MAP-016",
                        (executor, interpreter) -> executor.wrap("map", new FlawedMap(interpreter)::afterAll)),
                pool(
                        "map-forgets-exceptions",
                        "A call that raises has the result None.",
                        "MAP-006 MAP-007 MAP-008 MAP-009 MAP-010",
                        (executor, interpreter) -> executor.wrap(
                                "map",
                                (self, args, original) ->
                                        new FailuresLeftOut((Iterator<?>) original.call(self, args)))),
                pool("map-keeps-results", "The results of map are kept.", "MAP-016", (executor, interpreter) -> {
                    List<Object> kept = new ArrayList<>();
                    Submissions.wrap(executor, (task, positional, keywords) -> {
                        kept.add(task.call(positional, keywords));
                        return kept.get(kept.size() - 1);
                    });
                }),
                mapping(
                        "map-ignores-timeout",
                        "There is no limit to a result.",
                        "MAP-008 MAP-009",
                        args -> args.with("timeout", PythonNone.NONE)),
                pool(
                        "map-timeout-for-each",
                        "The timeout begins anew with every result, and cancels nothing.",
                        "MAP-008 MAP-009",
                        (executor, interpreter) ->
                                executor.wrap("map", new FlawedMap(interpreter)::withTimeoutForEach)),
                pool(
                        "map-chunks",
                        "Of each chunk of inputs one is processed.",
                        "MAP-011",
                        (executor, interpreter) -> executor.wrap("map", new FlawedMap(interpreter)::inChunks)),
                mapping(
                        "map-ignores-buffersize",
                        "All inputs are taken at once.",
                        "MAP-014",
                        args -> args.get("buffersize") instanceof Long size && size > 1
                                ? args.with(
                                        "buffersize", BigInteger.valueOf(size).add(BigInteger.TWO))
                                : args),
                mapping(
                        "map-accepts-any-buffersize",
                        "A buffersize that makes no sense is ignored.",
                        "MAP-015",
                        args -> args.get("buffersize") instanceof Long size && size > 0
                                ? args
                                : args.with("buffersize", PythonNone.NONE)));
    }

    private static Saboteur mapping(String name, String breaks, String requirements, UnaryOperator<Args> change) {
        return pool(
                name,
                breaks,
                requirements,
                (executor, interpreter) ->
                        executor.wrap("map", (self, args, original) -> original.call(self, change.apply(args))));
    }

    /** Results in which an exception is None. */
    private static final class FailuresLeftOut implements Iterator<Object> {

        private final Iterator<?> results;

        FailuresLeftOut(Iterator<?> results) {
            this.results = results;
        }

        @Override
        public boolean hasNext() {
            return results.hasNext();
        }

        @Override
        public Object next() {
            try {
                return results.next();
            } catch (RuntimeException raised) {
                return PythonNone.NONE;
            }
        }
    }
}
