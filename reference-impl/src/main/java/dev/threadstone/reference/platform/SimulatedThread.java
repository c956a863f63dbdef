package dev.threadstone.reference.platform;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a simulation. It runs only while it has the token; everything but the token itself is touched by the one that
 * has it.
 */
final class SimulatedThread implements PlatformThread {

    private final long id;
    private final String name;
    private @Nullable Runnable body;

    private volatile boolean token;
    private volatile boolean ended;
    private @Nullable Thread carrier;

    private @Nullable Waiting waiting;
    private Deadline deadline = Deadline.NEVER;
    private long parkNumber;
    private boolean unparked;

    private int nextObject;
    private @Nullable Operation nextOperation;

    private final Unwinding unwinding = new Unwinding();

    SimulatedThread(long id, String name, Runnable body) {
        this.id = id;
        this.name = name;
        this.body = body;
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
        return ended;
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }

    /** Runs the body on the calling thread, which from now on is the carrier, and keeps nothing of it. */
    void run() {
        carrier = Thread.currentThread();
        Runnable task = Objects.requireNonNull(body);
        body = null;
        task.run();
    }

    boolean started() {
        return carrier != null;
    }

    void end() {
        ended = true;
    }

    /** Whether the calling thread is this one. */
    @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
    boolean isCaller() {
        return carrier == Thread.currentThread();
    }

    /** Gives it the token, which it is waiting for. */
    void resume() {
        token = true;
        LockSupport.unpark(carrier);
    }

    /** Blocks the calling thread, which is this one, until it has the token. */
    void awaitToken() {
        while (!token) {
            LockSupport.park(this);
            Thread.interrupted();
        }
        token = false;
    }

    void park(Waiting what, Deadline until, long number) {
        waiting = what;
        deadline = until;
        parkNumber = number;
    }

    boolean parked() {
        return waiting != null;
    }

    Deadline deadline() {
        return deadline;
    }

    /** A number that is greater the later it parked. */
    long parkNumber() {
        return parkNumber;
    }

    void unpark() {
        waiting = null;
        unparked = true;
    }

    void timeOut() {
        waiting = null;
    }

    /** Whether it was unparked since this was asked last. */
    boolean takeUnpark() {
        boolean was = unparked;
        unparked = false;
        return was;
    }

    void announce(int object, @Nullable Operation operation) {
        nextObject = object;
        nextOperation = operation;
    }

    int nextObject() {
        return nextObject;
    }

    @Nullable Operation nextOperation() {
        return nextOperation;
    }

    Standing standing() {
        return new Standing(this, waiting, deadline);
    }

    Unwinding unwinding() {
        return unwinding;
    }
}
