package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.Operation;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.OverflowError;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.threading.Timeout;

/**
 * Saboteurs of {@code acquire}, the same for all that is acquired.
 *
 * @param prefix how their names begin
 * @param type the Python type
 * @param javaType its Java class
 */
record AcquireSaboteurs<T>(String prefix, String type, Class<T> javaType) {

    /** How a sabotaged acquire works; the interpreter is that of the session. */
    @FunctionalInterface
    interface Acquire<T> {
        Object call(Interpreter interpreter, T lock, Args args, Operation.Body<T> original) throws Exception;
    }

    Saboteur acquire(String name, String breaks, String requirements, Acquire<T> sabotaged) {
        return Saboteur.of(
                prefix + name,
                breaks,
                requirements,
                (table, interpreter) -> table.on(type, javaType)
                        .wrap("acquire", (lock, args, original) -> sabotaged.call(interpreter, lock, args, original)));
    }

    Saboteur returningEarly(String requirements) {
        return acquire(
                "timeout-returns-early",
                "A timed acquire gives up after half its timeout.",
                requirements,
                (interpreter, lock, args, original) -> original.call(lock, scaled(args, 0.5)));
    }

    Saboteur overrunning(String requirements) {
        return acquire(
                "timeout-overruns",
                "A timed acquire waits twice as long as its timeout.",
                requirements,
                (interpreter, lock, args, original) -> original.call(lock, scaled(args, 2)));
    }

    Saboteur missingTheRelease(String requirements) {
        return acquire(
                "timed-acquire-misses-release",
                "A timed acquire that has to wait looks again only when its timeout has passed.",
                requirements,
                (interpreter, lock, args, original) -> {
                    var once = args.with("blocking", false).with("timeout", -1L);
                    if (!isTimed(args) || args.number("timeout") > Timeout.MAX_SECONDS) {
                        return original.call(lock, args);
                    }
                    if (original.call(lock, once).equals(true)) {
                        return true;
                    }
                    new Crowd(interpreter).sleep(args.number("timeout"));
                    return original.call(lock, once);
                });
    }

    Saboteur tryingWithTimeout(String requirements) {
        return acquire(
                "try-ignores-timeout",
                "acquire(False, timeout) ignores the timeout and is not refused.",
                requirements,
                (interpreter, lock, args, original) ->
                        original.call(lock, args.isTrue("blocking") ? args : args.with("timeout", -1L)));
    }

    Saboteur acceptingNegative(String requirements) {
        return acquire(
                "negative-timeout-waits",
                "Every negative timeout means no limit.",
                requirements,
                (interpreter, lock, args, original) -> original.call(
                        lock, isNumber(args) && args.number("timeout") < 0 ? args.with("timeout", -1L) : args));
    }

    Saboteur acceptingOverflow(String requirements) {
        return acquire(
                "huge-timeout-accepted",
                "A timeout above TIMEOUT_MAX means no limit.",
                requirements,
                (interpreter, lock, args, original) -> original.call(
                        lock,
                        isNumber(args) && args.number("timeout") > Timeout.MAX_SECONDS
                                ? args.with("timeout", -1L)
                                : args));
    }

    Saboteur refusingTheMaximum(String requirements) {
        return acquire(
                "timeout-max-refused",
                "A timeout of exactly TIMEOUT_MAX is refused.",
                requirements,
                (interpreter, lock, args, original) -> {
                    if (isNumber(args) && args.number("timeout") == Timeout.MAX_SECONDS) {
                        throw new OverflowError("timeout value is too large");
                    }
                    return original.call(lock, args);
                });
    }

    Saboteur refusingPositionalTimeout(String requirements) {
        return Saboteur.of(
                prefix + "timeout-is-keyword-only",
                "acquire refuses the timeout as its second positional argument.",
                requirements,
                (table, interpreter) -> table.on(type, javaType).resign("acquire", "blocking=True, *, timeout=-1"));
    }

    Saboteur swallowingInterrupts(String requirements) {
        return acquire(
                "acquire-swallows-interrupt",
                "An acquire goes on waiting when a signal handler has raised.",
                requirements,
                (interpreter, lock, args, original) -> {
                    while (true) {
                        try {
                            return original.call(lock, args);
                        } catch (PythonException raised) {
                            requireInterrupt(raised);
                        }
                    }
                });
    }

    /** Lets an exception pass that is no interrupt. */
    static void requireInterrupt(PythonException raised) {
        if (!raised.isInstanceOf("KeyboardInterrupt")) {
            throw raised;
        }
    }

    Saboteur leaking(String requirements) {
        return Saboteur.of(
                prefix + "leaks-under-load",
                "Every fifth acquire() lets its caller in without a lock.",
                requirements,
                this::leak);
    }

    private void leak(OperationTable table, Interpreter interpreter) {
        var leaks = new Leaks(interpreter);
        table.on(type, javaType)
                .wrap(
                        "acquire",
                        (lock, args, original) -> leaks.letsIn(lock) ? (Object) true : original.call(lock, args))
                .wrap(
                        "release",
                        (lock, args, original) -> leaks.letsOut(lock) ? PythonNone.NONE : original.call(lock, args));
    }

    static boolean isTimed(Args args) {
        return isNumber(args) && args.isTrue("blocking") && args.number("timeout") > 0;
    }

    private static boolean isNumber(Args args) {
        return args.get("timeout") instanceof Number;
    }

    private static Args scaled(Args args, double factor) {
        return isTimed(args) && args.number("timeout") < Timeout.MAX_SECONDS / 2
                ? args.with("timeout", args.number("timeout") * factor)
                : args;
    }
}
