package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.futures.ThreadPoolExecutor;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Saboteurs of the constructor of {@code ThreadPoolExecutor}: size, names and initializer. */
final class PoolSizeSaboteurs {

    private static final String TYPE = "concurrent.futures.ThreadPoolExecutor";

    private PoolSizeSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                constructing(
                        "pool-hires-one-more",
                        "A pool has one worker more than max_workers.",
                        "ASYNC-016 EXEC-004 EXEC-006 EXEC-009 EXEC-012 EXEC-014 EXEC-017 EXEC-025 EXEC-027 EXEC-028 EXEC-034 EXEC-035 EXEC-038 EXEC-040 EXECEXIT-001 EXECEXIT-003 MAP-004 MAP-007 MAP-008 MAP-009 MAP-010 MAP-014 MAP-016 PATTERN-018 PATTERN-037 FUTURE-001 FUTURE-016",
                        args -> {
                            var size = args.isNone("max_workers")
                                    ? 0
                                    : args.integer("max_workers").longValueExact();
                            return size > 0 ? args.with("max_workers", size + 1) : args;
                        }),
                constructing(
                        "pool-has-one-worker",
                        "However large it is to be, a pool has one worker.",
                        "EXEC-006 EXEC-007 EXEC-012 EXEC-014 EXEC-017 EXEC-036 MAP-001 PATTERN-019 PATTERN-037",
                        args -> isPositive(args) ? args.with("max_workers", 1L) : args),
                constructing(
                        "pool-default-is-two",
                        "A pool that nobody gave a size has two workers.",
                        "EXEC-011",
                        args -> args.isNone("max_workers") ? args.with("max_workers", 2L) : args),
                constructing(
                        "pool-accepts-any-size",
                        "A pool without workers to be has one.",
                        "EXEC-010",
                        args -> args.isNone("max_workers") || isPositive(args) ? args : args.with("max_workers", 1L)),
                constructing(
                        "pool-ignores-prefix",
                        "The prefix is not used.",
                        "ASYNC-009 ASYNC-020 EXEC-015",
                        args -> args.with("thread_name_prefix", "")),
                constructing(
                        "pool-accepts-any-initializer",
                        "An initializer that cannot be called is ignored.",
                        "EXEC-018",
                        args -> args.get("initializer") instanceof PythonCallable
                                ? args
                                : args.with("initializer", PythonNone.NONE)),
                constructing(
                        "pool-drops-initargs",
                        "The initializer gets no arguments.",
                        "EXEC-017",
                        args -> args.with("initargs", PythonTuple.EMPTY)),
                constructing(
                        "pool-skips-initializer",
                        "No worker calls the initializer.",
                        "EXEC-017 EXEC-018 EXEC-019 EXEC-020 EXEC-022",
                        args -> args.with("initializer", PythonNone.NONE)),
                initializing(
                        "pool-initializes-once",
                        "Only the first worker calls the initializer.",
                        "EXEC-017",
                        (initializer, called, positional) ->
                                called.compareAndSet(false, true) ? initializer.call(positional) : PythonNone.NONE),
                initializing(
                        "pool-ignores-failed-initializer",
                        "A worker whose initializer has failed works all the same.",
                        "EXEC-019 EXEC-020 EXEC-022",
                        (initializer, called, positional) -> {
                            try {
                                return initializer.call(positional);
                            } catch (RuntimeException failed) {
                                return PythonNone.NONE;
                            }
                        }),
                Saboteur.on(
                        TYPE,
                        ThreadPoolExecutor.class,
                        "pool-hires-in-advance",
                        "A pool has all its threads from the start.",
                        "EXEC-012 EXEC-013 EXEC-014 EXECEXIT-004 PATTERN-018",
                        (pool, interpreter) -> pool.wrapConstructor((nobody, args, original) -> {
                            var made = (ThreadPoolExecutor) original.call(nobody, args);
                            var size = isPositive(args)
                                    ? args.integer("max_workers").intValueExact()
                                    : 0;
                            for (int i = 0; i < size; i++) {
                                new Thread(
                                                interpreter,
                                                ThreadOptions.NONE
                                                        .withDaemon(true)
                                                        .withTarget(PyCallable.of(new Crowd(interpreter)::await)))
                                        .start();
                            }
                            return made;
                        })));
    }

    /** What stands around a call of the initializer. */
    private interface Initializing {
        Object call(PythonCallable initializer, AtomicBoolean called, Object... positional);
    }

    private static Saboteur constructing(String name, String breaks, String requirements, UnaryOperator<Args> change) {
        return Saboteur.on(
                TYPE,
                ThreadPoolExecutor.class,
                name,
                breaks,
                requirements,
                (pool, interpreter) ->
                        pool.wrapConstructor((nobody, args, original) -> original.call(nobody, change.apply(args))));
    }

    private static Saboteur initializing(String name, String breaks, String requirements, Initializing change) {
        return constructing(name, breaks, requirements, args -> {
            if (!(args.get("initializer") instanceof PythonCallable initializer)) {
                return args;
            }
            var called = new AtomicBoolean();
            return args.with(
                    "initializer",
                    PythonCallable.of(
                            initializer.name(),
                            (positional, keywords) -> change.call(initializer, called, positional.toArray())));
        });
    }

    private static boolean isPositive(Args args) {
        return !args.isNone("max_workers") && args.integer("max_workers").signum() > 0;
    }
}
