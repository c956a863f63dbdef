package dev.threadstone.reference.gil;

import dev.threadstone.reference.errors.RecursionError;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The calls that one thread is in. Their depth is counted for each thread by itself, against a limit that all threads of
 * an interpreter have in common.
 *
 * <p>Thread-safety: calls are entered and left by the thread itself; {@link #frames} may be asked for by others.
 *
 * <p>Source: Python library reference, {@code sys._current_frames}, {@code sys.setrecursionlimit}.
 */
public final class CallStack {

    private final RecursionLimit limit;
    private final ConcurrentLinkedDeque<Frame> frames = new ConcurrentLinkedDeque<>();

    /** Touched by the thread itself only. */
    private int depth;

    CallStack(RecursionLimit limit) {
        this.limit = limit;
    }

    /**
     * A call begins.
     *
     * @throws RecursionError if the calls would be nested deeper than the limit allows; then it has not begun
     */
    public void enter(Frame frame) {
        if (depth >= limit.depth()) {
            throw new RecursionError("maximum recursion depth exceeded");
        }
        depth++;
        frames.push(frame);
    }

    /** The innermost call is over. */
    public void leave() {
        depth--;
        frames.pop();
    }

    /** The calls, innermost first. */
    public List<Frame> frames() {
        return List.copyOf(frames);
    }
}
