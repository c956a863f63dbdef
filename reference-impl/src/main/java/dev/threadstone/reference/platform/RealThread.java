package dev.threadstone.reference.platform;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread of a {@link RealPlatform}. */
final class RealThread implements PlatformThread {

    private enum State {
        RUNNING,
        /** It was unparked before it parked, and its next park will return at once. */
        RUNNING_UNPARKED,
        PARKED,
        ENDED
    }

    private final RealPlatform platform;
    private final long id;
    private final String name;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    private volatile @Nullable Thread carrier;
    private volatile @Nullable Waiting waiting;
    private volatile Deadline deadline = Deadline.NEVER;
    private final Unwinding unwinding = new Unwinding();

    RealThread(RealPlatform platform, long id, String name) {
        this.platform = platform;
        this.id = id;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public boolean ended() {
        return state.get() == State.ENDED;
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }

    boolean isOf(RealPlatform other) {
        return platform == other;
    }

    /** The calling thread is the one that runs this. */
    void begin() {
        carrier = Thread.currentThread();
    }

    void end() {
        state.set(State.ENDED);
    }

    /** Takes the unpark that came before the park, if one did. */
    boolean takeUnpark() {
        return state.compareAndSet(State.RUNNING_UNPARKED, State.RUNNING);
    }

    /** Parks, unless an unpark came first: then nothing changes, and false is returned. */
    boolean park(Waiting what, Deadline until) {
        deadline = until;
        waiting = what;
        return state.compareAndSet(State.RUNNING, State.PARKED);
    }

    boolean parked() {
        return state.get() == State.PARKED;
    }

    /** Ends its park. Whether it was parked at all. */
    boolean endPark() {
        return state.compareAndSet(State.PARKED, State.RUNNING);
    }

    /** Lets its next park return at once. Whether it was running, so that this could be done. */
    boolean unparkAhead() {
        return state.compareAndSet(State.RUNNING, State.RUNNING_UNPARKED);
    }

    /** Whether an unpark would change nothing: it has ended, or has one already. */
    boolean needsNoUnpark() {
        State now = state.get();
        return now == State.ENDED || now == State.RUNNING_UNPARKED;
    }

    /** Wakes whatever runs this, if it sleeps. */
    void wake() {
        LockSupport.unpark(carrier);
    }

    /** Whether it is parked and past its deadline. */
    boolean isDue(long now) {
        return parked() && deadline.nanos() <= now;
    }

    Standing standing() {
        return new Standing(this, parked() ? waiting : null, deadline);
    }

    Unwinding unwinding() {
        return unwinding;
    }
}
