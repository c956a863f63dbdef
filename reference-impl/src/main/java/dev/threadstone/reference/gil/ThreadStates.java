package dev.threadstone.reference.gil;

import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The thread states of one interpreter. A thread of the platform has at most one in each interpreter.
 *
 * <p>Thread-safety: usable from any thread of the platform.
 */
public final class ThreadStates {

    private final Platform platform;
    private final EvalLoop evalLoop;
    private final PendingCalls pendingCalls;
    private final RecursionLimit recursionLimit = new RecursionLimit();
    private final ConcurrentHashMap<PlatformThread, ThreadState> states = new ConcurrentHashMap<>();
    private volatile @Nullable ThreadState main;

    /** The states of an interpreter that has this lock and makes these calls in its main thread. */
    public ThreadStates(Platform platform, Gil gil, PendingCalls pendingCalls) {
        this.platform = platform;
        this.evalLoop = new EvalLoop(gil, pendingCalls);
        this.pendingCalls = pendingCalls;
    }

    /** Makes the calling thread the main thread of the interpreter. Not yet attached. */
    public ThreadState createMain() {
        ThreadState state = register(new ThreadState(platform, evalLoop, recursionLimit, true));
        main = state;
        pendingCalls.wakeMainBy(() -> platform.unpark(state.platformThread()));
        return state;
    }

    /** Makes the calling thread a thread of the interpreter. Not yet attached. */
    public ThreadState create() {
        return register(new ThreadState(platform, evalLoop, recursionLimit, false));
    }

    /** Forgets the state of an attached thread that leaves the interpreter, and gives the GIL back. */
    public void leave(ThreadState state) {
        state.doLastThings();
        states.remove(state.platformThread(), state);
        state.detach();
    }

    /** The state of the calling thread, or null if it has none here. */
    public @Nullable ThreadState currentOrNull() {
        return states.get(platform.current());
    }

    /**
     * The state of the calling thread.
     *
     * @throws IllegalStateException if the caller is no thread of this interpreter, or is not attached
     */
    public ThreadState current() {
        ThreadState state = currentOrNull();
        if (state == null) {
            throw new IllegalStateException("Thread " + platform.current().name()
                    + " is no thread of this interpreter. Start it by Thread.start() or attach it first.");
        }
        if (!state.isAttached()) {
            throw new IllegalStateException("Thread " + state
                    + " is detached: between detach and attach no operation on a Python object is allowed.");
        }
        return state;
    }

    /**
     * The state of the main thread.
     *
     * @throws IllegalStateException if there is none yet
     */
    public ThreadState main() {
        ThreadState first = main;
        if (first == null) {
            throw new IllegalStateException("The interpreter has no main thread yet: start it first.");
        }
        return first;
    }

    /** The states of all threads that are in the interpreter now. */
    public Collection<ThreadState> all() {
        return List.copyOf(states.values());
    }

    /**
     * {@code PyThreadState_SetAsyncExc}: requests an exception in the thread with this identifier; null takes a request
     * back.
     *
     * @return how many threads it affects: one, or none if there is no such thread
     */
    public int requestException(long ident, @Nullable RuntimeException error) {
        Optional<ThreadState> wanted = all().stream()
                .filter(state -> state.platformThread().id() == ident)
                .findFirst();
        wanted.ifPresent(state -> state.requestException(error));
        return wanted.isPresent() ? 1 : 0;
    }

    /** How deep the calls of each thread may be nested. */
    public RecursionLimit recursionLimit() {
        return recursionLimit;
    }

    /** Whether the caller may run Python code here; false for threads that are none of the platform's. */
    public boolean isCallerAttached() {
        try {
            ThreadState state = currentOrNull();
            return state != null && state.isAttached();
        } catch (IllegalStateException fromOutside) {
            return false;
        }
    }

    private ThreadState register(ThreadState state) {
        states.put(state.platformThread(), state);
        return state;
    }
}
