package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.threading.ExceptHookArgs;
import dev.threadstone.reference.threading.Lock;
import dev.threadstone.reference.threading.RLock;
import dev.threadstone.reference.threading.Thread;
import dev.threadstone.reference.threading.ThreadInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Saboteurs of {@code _thread}, of stack sizes and of {@code TIMEOUT_MAX}. */
final class LowLevelSaboteurs {

    private static final String START = "_thread.start_new_thread";
    private static final String STACK_SIZE = "threading.stack_size";
    private static final long SMALLEST_STACK = 32_768;
    private static final double LONGEST = 9e9;

    private LowLevelSaboteurs() {}

    /** What stands around the function of a raw thread. */
    private interface Around {
        Object call(PythonCallable function, List<Object> args, Map<String, Object> kwargs);
    }

    static List<Saboteur> all() {
        return List.of(
                Saboteur.of(
                        "raw-thread-drops-arguments",
                        "The function of a raw thread gets no arguments.",
                        "LOWLEVEL-001 LOWLEVEL-002",
                        (table, interpreter) -> table.wrapFunction(
                                START,
                                (nobody, args, original) -> original.call(
                                        nobody,
                                        args.with("args", PythonTuple.EMPTY).with("kwargs", Map.of())))),
                Saboteur.of(
                        "raw-thread-has-no-identifier",
                        "start_new_thread returns 0.",
                        "LOWLEVEL-001",
                        (table, interpreter) -> table.wrapFunction(START, (nobody, args, original) -> {
                            original.call(nobody, args);
                            return 0L;
                        })),
                Saboteur.of(
                        "raw-thread-takes-a-list",
                        "start_new_thread takes a list of arguments.",
                        "LOWLEVEL-002",
                        (table, interpreter) -> table.wrapFunction(
                                START,
                                (nobody, args, original) ->
                                        original.call(nobody, args.with("args", new PythonTuple(args.items("args")))))),
                running(
                        "raw-thread-end-is-reported",
                        "The end of a raw thread is reported.",
                        "LOWLEVEL-003",
                        (function, args, kwargs) -> {
                            function.call(args, kwargs);
                            throw new ValueError("the thread has ended");
                        }),
                running(
                        "raw-thread-exit-is-an-error",
                        "SystemExit in a raw thread is an error as others are.",
                        "LOWLEVEL-003",
                        (function, args, kwargs) -> {
                            try {
                                return function.call(args, kwargs);
                            } catch (PythonException escaped) {
                                throw Failures.isExit(escaped) ? new ValueError("exit") : escaped;
                            }
                        }),
                running(
                        "raw-thread-error-is-lost",
                        "Nobody hears of an error in a raw thread.",
                        "LOWLEVEL-004",
                        (function, args, kwargs) -> {
                            try {
                                return function.call(args, kwargs);
                            } catch (PythonException escaped) {
                                return PythonNone.NONE;
                            }
                        }),
                Saboteur.of(
                        "raw-thread-error-to-excepthook",
                        "threading.excepthook hears of an error in a raw thread.",
                        "LOWLEVEL-004",
                        LowLevelSaboteurs::tellExceptHook),
                Saboteur.of(
                        "raw-exit-returns",
                        "_thread.exit() returns.",
                        "LOWLEVEL-005",
                        (table, interpreter) -> table.action("_thread.exit", "", args -> {})),
                Saboteur.of(
                        "raw-error-is-another",
                        "_thread.error is a name of ValueError.",
                        "LOWLEVEL-006",
                        (table, interpreter) -> table.errorAlias("_thread.error", "ValueError")),
                Saboteur.of(
                        "raw-lock-is-locked",
                        "allocate_lock() makes a lock that is locked.",
                        "LOWLEVEL-007",
                        (table, interpreter) -> table.function("_thread.allocate_lock", "", args -> {
                            var lock = new Lock(interpreter);
                            lock.acquire();
                            return lock;
                        })),
                Saboteur.of(
                        "raw-lock-is-reentrant",
                        "allocate_lock() makes an RLock.",
                        "LOWLEVEL-007",
                        (table, interpreter) ->
                                table.function("_thread.allocate_lock", "", args -> new RLock(interpreter))),
                Saboteur.of(
                        "lock-stays-a-function",
                        "threading.Lock is a function, as it was before 3.13.",
                        "LOCK-004 LOWLEVEL-008",
                        (table, interpreter) ->
                                table.on("threading.Lock", Lock.class).factory()),
                Saboteur.of(
                        "raw-identifier-differs",
                        "_thread.get_ident() and threading.get_ident() differ.",
                        "LOWLEVEL-001 LOWLEVEL-009",
                        (table, interpreter) -> table.wrapFunction(
                                "_thread.get_ident",
                                (nobody, args, original) -> (long) original.call(nobody, args) + 1)),
                Saboteur.of(
                        "stack-size-is-forgotten",
                        "stack_size() always returns 0.",
                        "LOWLEVEL-009 LOWLEVEL-010 LOWLEVEL-011 LOWLEVEL-012",
                        (table, interpreter) -> table.wrapFunction(STACK_SIZE, (nobody, args, original) -> {
                            original.call(nobody, args);
                            return 0L;
                        })),
                Saboteur.of(
                        "stack-size-query-keeps-setting",
                        "stack_size() without argument keeps the setting.",
                        "LOWLEVEL-011",
                        (table, interpreter) -> table.wrapFunction(STACK_SIZE, (nobody, args, original) -> {
                            var previous = original.call(nobody, args);
                            return args.isGiven("size")
                                    ? previous
                                    : again(previous, original.call(nobody, args.with("size", previous)));
                        })),
                Saboteur.of(
                        "stack-size-takes-anything",
                        "Stack sizes that are too small are rounded to nothing.",
                        "LOWLEVEL-012",
                        (table, interpreter) -> table.wrapFunction(
                                STACK_SIZE,
                                (nobody, args, original) -> original.call(
                                        nobody,
                                        args.integer("size").longValueExact() < SMALLEST_STACK
                                                ? args.with("size", 0L)
                                                : args))),
                Saboteur.of(
                        "stack-size-stops-threads",
                        "Threads with a stack size of their own do not run.",
                        "LOWLEVEL-013 THREAD-042",
                        LowLevelSaboteurs::stopSizedThreads),
                Saboteur.of(
                        "timeout-max-is-zero",
                        "TIMEOUT_MAX is 0.",
                        "LOCK-018 LOWLEVEL-009 LOWLEVEL-014 RLOCK-021",
                        (table, interpreter) -> table.constant("threading.TIMEOUT_MAX", 0.0)),
                Saboteur.on(
                        ThreadSaboteurs.TYPE,
                        Thread.class,
                        "join-takes-any-timeout",
                        "join() takes a timeout above TIMEOUT_MAX for no time at all.",
                        "LOWLEVEL-014",
                        (thread, interpreter) -> thread.wrap(
                                "join",
                                (self, args, original) -> original.call(
                                        self,
                                        EventSaboteurs.isTimed(args) && args.number("timeout") > LONGEST
                                                ? args.with("timeout", 0L)
                                                : args))),
                Saboteur.on(
                        "sys.thread_info",
                        ThreadInfo.class,
                        "thread-info-has-no-name",
                        "sys.thread_info does not tell the name.",
                        "LOWLEVEL-015",
                        (info, interpreter) -> info.wrapGetter("name", original -> self -> PythonNone.NONE)));
    }

    private static Saboteur running(String name, String breaks, String requirements, Around around) {
        return Saboteur.of(name, breaks, requirements, (table, interpreter) -> wrapFunctions(table, around));
    }

    private static void wrapFunctions(OperationTable table, Around around) {
        table.wrapFunction(
                START,
                (nobody, args, original) -> original.call(
                        nobody,
                        args.get("function") instanceof PythonCallable function
                                ? args.with(
                                        "function",
                                        PythonCallable.of(
                                                function.name(),
                                                (positional, keywords) -> around.call(function, positional, keywords)))
                                : args));
    }

    private static void tellExceptHook(OperationTable table, Interpreter interpreter) {
        wrapFunctions(table, (function, args, kwargs) -> {
            try {
                return function.call(args, kwargs);
            } catch (PythonException escaped) {
                var threading = interpreter.threading();
                var hook = threading.exceptHooks().hook();
                if (hook != null) {
                    hook.accept(new ExceptHookArgs(escaped, threading.currentThread()));
                }
                throw escaped;
            }
        });
    }

    private static Object again(Object previous, Object ignored) {
        return previous;
    }

    private static void stopSizedThreads(OperationTable table, Interpreter interpreter) {
        var setting = new AtomicLong();
        table.wrapFunction(STACK_SIZE, (nobody, args, original) -> {
            var previous = original.call(nobody, args);
            setting.set(args.integer("size").longValueExact());
            return previous;
        });
        table.on(ThreadSaboteurs.TYPE, Thread.class)
                .wrap(
                        "start",
                        (self, args, original) -> setting.get() == 0 ? original.call(self, args) : PythonNone.NONE);
    }
}
