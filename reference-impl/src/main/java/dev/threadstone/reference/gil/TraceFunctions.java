package dev.threadstone.reference.gil;

import dev.threadstone.reference.gil.TraceFunction.Event;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace and the profile function of one thread. While one of them runs, neither is told of anything.
 *
 * <p>Thread-safety: {@link #get} and {@link #install} may be called by any thread, the rest by the thread itself.
 *
 * <p>Source: Python library reference, {@code sys.settrace}, {@code sys.setprofile}.
 */
public final class TraceFunctions {

    private final Map<TraceKind, TraceFunction> installed = new ConcurrentHashMap<>();

    /** Touched by the thread itself only. */
    private boolean telling;

    TraceFunctions() {}

    /** {@code sys.gettrace()}, {@code sys.getprofile()}: the function, or null. */
    public @Nullable TraceFunction get(TraceKind kind) {
        return installed.get(kind);
    }

    /** {@code sys.settrace(function)}, {@code sys.setprofile(function)}; null removes it. */
    public void install(TraceKind kind, @Nullable TraceFunction function) {
        if (function == null) {
            installed.remove(kind);
        } else {
            installed.put(kind, function);
        }
    }

    /** Runs the body of a function and tells of its call and its return. */
    <T> T around(Frame frame, Supplier<T> body) {
        if (installed.isEmpty() || telling) {
            return body.get();
        }
        boolean traced = tell(TraceKind.TRACE, Event.CALL, frame);
        tell(TraceKind.PROFILE, Event.CALL, frame);
        T result;
        try {
            result = body.get();
        } catch (RuntimeException raised) {
            returned(traced, frame);
            throw raised;
        }
        returned(traced, frame);
        return result;
    }

    private void returned(boolean traced, Frame frame) {
        if (traced) {
            tell(TraceKind.TRACE, Event.RETURN, frame);
        }
        tell(TraceKind.PROFILE, Event.RETURN, frame);
    }

    private boolean tell(TraceKind kind, Event event, Frame frame) {
        TraceFunction function = installed.get(kind);
        if (function == null || telling) {
            return false;
        }
        telling = true;
        try {
            function.tell(event, frame);
        } catch (RuntimeException failed) {
            installed.remove(kind);
            throw failed;
        } finally {
            telling = false;
        }
        return true;
    }
}
