package dev.threadstone.reference.threading;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.TypeError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code threading.Timer}: a thread that waits and then calls a function, once, unless it is cancelled before. What
 * it was made of can be changed; {@link #run} reads it.
 *
 * <p>Subclasses may override {@link #run}.
 *
 * <p>Thread-safety: as {@link Thread}.
 *
 * <p>Source: Python library reference, {@code threading.Timer}.
 */
public class Timer extends Thread {

    private final Event finished;
    private volatile @Nullable Object interval;
    private volatile PyCallable function;
    private volatile List<@Nullable Object> args = new ArrayList<>();
    private volatile Map<String, @Nullable Object> kwargs = new LinkedHashMap<>();

    /** A timer that calls the function without arguments: {@code threading.Timer(interval, function)}. */
    public Timer(Interpreter interpreter, Timeout interval, PyCallable function) {
        this(interpreter, (Object) interval, function, null, null);
    }

    /**
     * A timer as Python code makes it. Nothing is checked before it runs.
     *
     * @param interval how long it waits: a {@link Timeout}, a number of seconds, or null for ever; with anything else the
     *     timer's thread fails
     * @param args positional arguments of the function, the very list; null: a new empty one
     * @param kwargs keyword arguments, likewise
     */
    public Timer(
            Interpreter interpreter,
            @Nullable Object interval,
            PyCallable function,
            @Nullable List<@Nullable Object> args,
            @Nullable Map<String, @Nullable Object> kwargs) {
        super(interpreter);
        this.finished = new Event(interpreter);
        this.interval = interval;
        this.function = function;
        if (args != null) {
            this.args = args;
        }
        if (kwargs != null) {
            this.kwargs = kwargs;
        }
    }

    /**
     * The activity: waits for the interval or a cancellation, calls the function unless it was cancelled, and sets
     * {@link #finished}, unless the function raises.
     *
     * @throws TypeError if the interval is no number
     * @throws dev.threadstone.reference.errors.OverflowError if it is above {@link Timeout#MAX_SECONDS}
     */
    @Override
    public void run() {
        if (!finished.isSet()) {
            finished.await(timeoutOf(interval));
        }
        if (!finished.isSet()) {
            function.call(args, kwargs);
        }
        finished.set();
    }

    /** Stops the timer if it still waits. Has no effect on a function that runs or has run. Never blocks. */
    public final void cancel() {
        finished.set();
    }

    /** Set when the function has returned or the timer was cancelled; what the timer's thread waits for. */
    public final Event finished() {
        return finished;
    }

    /** How long it waits, as it was given. */
    public final @Nullable Object interval() {
        return interval;
    }

    /** Changes how long it waits, once it runs. */
    public final void setInterval(@Nullable Object value) {
        interval = value;
    }

    /** What it calls. */
    public final PyCallable function() {
        return function;
    }

    /** Changes what it calls. */
    public final void setFunction(PyCallable value) {
        function = value;
    }

    /** The positional arguments of the function; the very list. */
    public final List<@Nullable Object> args() {
        return args;
    }

    /** Changes the positional arguments. */
    public final void setArgs(List<@Nullable Object> value) {
        args = value;
    }

    /** The keyword arguments of the function; the very map. */
    public final Map<String, @Nullable Object> kwargs() {
        return kwargs;
    }

    /** Changes the keyword arguments. */
    public final void setKwargs(Map<String, @Nullable Object> value) {
        kwargs = value;
    }

    private static @Nullable Timeout timeoutOf(@Nullable Object interval) {
        if (interval == null || interval instanceof Timeout) {
            return (Timeout) interval;
        }
        if (interval instanceof Boolean flag) {
            return Timeout.ofSeconds(flag ? 1 : 0);
        }
        if (interval instanceof Number number) {
            return Timeout.ofSeconds(number.doubleValue());
        }
        throw new TypeError("the interval of a timer must be a number, not "
                + interval.getClass().getSimpleName());
    }

    @Override
    protected String typeName() {
        return "Timer";
    }
}
