package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Timer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code threading.Timer}; what it shares with every thread is that of {@link ThreadOperations}. */
final class TimerOperations {

    private TimerOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threading.Timer", Timer.class)
                .constructor("interval, function, args=None, kwargs=None", args -> create(interpreter, args))
                .action("cancel", "", (timer, args) -> timer.cancel())
                .attribute("interval", TimerOperations::interval, (timer, value) -> timer.setInterval(orNull(value)))
                .attribute(
                        "function",
                        timer -> ReferenceCallable.valueOf(timer.function()),
                        (timer, value) -> timer.setFunction(ReferenceCallable.of(value)))
                .attribute("args", TimerOperations::args, (timer, value) -> timer.setArgs(positional(value)))
                .attribute("kwargs", Timer::kwargs, (timer, value) -> timer.setKwargs(keywords(value)))
                .attribute("finished", Timer::finished);
    }

    private static Timer create(Interpreter interpreter, Args args) {
        var timer = new TimerObject(
                interpreter, args.orNull("interval"), ReferenceCallable.of(args.get("function")), args.override("run"));
        if (!args.isNone("args")) {
            timer.setArgs(positional(args.get("args")));
        }
        if (!args.isNone("kwargs")) {
            timer.setKwargs(keywords(args.get("kwargs")));
        }
        return timer;
    }

    private static Object interval(Timer timer) {
        var interval = timer.interval();
        return interval == null ? PythonNone.NONE : interval;
    }

    private static Object args(Timer timer) {
        return timer.args() instanceof TupleItems items ? items.tuple() : timer.args();
    }

    @SuppressWarnings("unchecked") // a list of Python values holds anything
    private static List<@Nullable Object> positional(Object value) {
        if (value instanceof PythonTuple tuple) {
            return new TupleItems(tuple);
        }
        if (value instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw PythonException.typeError("the positional arguments of a timer must be iterable, not " + value);
    }

    @SuppressWarnings("unchecked") // keyword arguments have texts for names
    private static Map<String, @Nullable Object> keywords(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw PythonException.typeError("the keyword arguments of a timer must be a mapping, not " + value);
    }

    private static @Nullable Object orNull(Object value) {
        return value == PythonNone.NONE ? null : value;
    }
}
