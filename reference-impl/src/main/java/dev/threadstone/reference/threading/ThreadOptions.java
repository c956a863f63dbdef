package dev.threadstone.reference.threading;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.context.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@code threading.Thread(group, target, name, args, kwargs, *, daemon, context)}.
 *
 * @param group reserved; anything but null is refused
 * @param target what {@code run} calls, or null
 * @param name the thread's name; null: a generated one
 * @param args positional arguments of the target; the very objects are passed
 * @param kwargs keyword arguments of the target, likewise
 * @param daemon null: inherited from the thread that constructs
 * @param context what {@code run} runs in; null: an empty one or a copy of the starter's, as the interpreter's options say
 */
public record ThreadOptions(
        @Nullable Object group,
        @Nullable PyCallable target,
        @Nullable String name,
        List<? extends @Nullable Object> args,
        Map<String, ? extends @Nullable Object> kwargs,
        @Nullable Boolean daemon,
        @Nullable Context context) {

    /** No target, a generated name, no arguments, an inherited daemon flag. */
    public static final ThreadOptions NONE = new ThreadOptions(null, null, null, List.of(), Map.of(), null, null);

    /** Options with this target. */
    public static ThreadOptions target(@Nullable PyCallable target) {
        return NONE.withTarget(target);
    }

    /** These options with a group. */
    public ThreadOptions withGroup(@Nullable Object value) {
        return new ThreadOptions(value, target, name, args, kwargs, daemon, context);
    }

    /** These options with a target. */
    public ThreadOptions withTarget(@Nullable PyCallable value) {
        return new ThreadOptions(group, value, name, args, kwargs, daemon, context);
    }

    /** These options with a name. */
    public ThreadOptions withName(@Nullable String value) {
        return new ThreadOptions(group, target, value, args, kwargs, daemon, context);
    }

    /** These options with positional arguments. */
    public ThreadOptions withArgs(List<? extends @Nullable Object> value) {
        return new ThreadOptions(group, target, name, value, kwargs, daemon, context);
    }

    /** These options with keyword arguments. */
    public ThreadOptions withKwargs(Map<String, ? extends @Nullable Object> value) {
        return new ThreadOptions(group, target, name, args, value, daemon, context);
    }

    /** These options with a daemon flag. */
    public ThreadOptions withDaemon(@Nullable Boolean value) {
        return new ThreadOptions(group, target, name, args, kwargs, value, context);
    }

    /** These options with a context. */
    public ThreadOptions withContext(@Nullable Context value) {
        return new ThreadOptions(group, target, name, args, kwargs, daemon, value);
    }
}
