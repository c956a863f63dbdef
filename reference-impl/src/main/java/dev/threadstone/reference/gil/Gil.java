package dev.threadstone.reference.gil;

import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The global interpreter lock. Whoever runs Python code of an interpreter holds it. A thread that waits longer than the
 * switch interval asks the holder to drop it; the holder does so at its next checkpoint, and the lock then belongs to
 * the thread that has waited longest: the holder cannot have it back before another one had it.
 *
 * <p>In a free-threaded build the lock is disabled: taking it never waits. In both builds a closed lock stops every
 * thread that comes to take it, for good; that is how an interpreter that finalizes stops its daemon threads.
 *
 * <p>Thread-safety: all methods may be called from any thread of the platform. {@link #holder()} and
 * {@link #closeFor} also from outside.
 *
 * <p>Source: Python C API reference, "Thread State and the Global Interpreter Lock".
 */
public final class Gil {

    /** After so many checkpoints past a waiter the holder looks whether the clock moves at all. */
    private static final int CHECKPOINTS_PER_LOOK = 100;

    private final Platform platform;
    private volatile boolean enabled;
    private volatile boolean enabledLate;
    private final boolean eager;
    private final AtomicReference<@Nullable ThreadState> holder = new AtomicReference<>();
    private final ConcurrentLinkedQueue<ThreadState> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable ThreadState> timekeeper = new AtomicReference<>();
    private final Occupancy occupancy = new Occupancy();
    private volatile Duration switchInterval;
    private volatile boolean dropRequested;
    private volatile boolean closed;
    private volatile @Nullable ThreadState survivor;

    /** Checkpoints since the last look at the clock; touched by the holder only. */
    private int checkpoints;

    /** What the clock said at the last look; touched by the holder only. */
    private long lastLook = -1;

    /**
     * A lock that nobody holds.
     *
     * @param enabled false in a free-threaded build
     * @param switchInterval how long a waiter waits before it asks for the lock; zero: it asks at once
     * @param eager whether a waiter asks at once also if there is an interval, unless the holder computes
     */
    public Gil(Platform platform, boolean enabled, Duration switchInterval, boolean eager) {
        this.platform = platform;
        this.enabled = enabled;
        this.switchInterval = switchInterval;
        this.eager = eager;
    }

    /** Whether threads exclude each other: {@code sys._is_gil_enabled()}. */
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * Enables the lock of a free-threaded build, as the import of an extension does that needs it. The caller has it then;
     * every other thread needs it from its next checkpoint on.
     */
    public void enable(ThreadState caller) {
        if (!enabled) {
            holder.set(caller);
            enabledLate = true;
            enabled = true;
        }
    }

    /** {@code sys.getswitchinterval()}. */
    public Duration switchInterval() {
        return switchInterval;
    }

    /** {@code sys.setswitchinterval()}; waits that have begun keep the old interval. */
    public void switchInterval(Duration interval) {
        switchInterval = interval;
    }

    /** Who holds the lock, or null. */
    public @Nullable ThreadState holder() {
        return holder.get();
    }

    /** Who holds the lock, for reports of deadlocks. */
    @Nullable PlatformThread heldBy() {
        ThreadState thread = holder.get();
        return thread == null ? null : thread.platformThread();
    }

    /** Whether nobody but the survivor ever gets the lock again. */
    public boolean isClosed() {
        return closed;
    }

    /** From now on no thread but this one, or none at all, gets the lock. Those that come for it never come back. */
    public void closeFor(@Nullable ThreadState onlyOne) {
        survivor = onlyOne;
        closed = true;
    }

    /** Blocks until the lock is the caller's. */
    void take(ThreadState thread) {
        stopIfClosed(thread);
        if (enabled && !tryTake(thread)) {
            queueUp(thread);
        }
        stopIfClosed(thread);
        if (enabled) {
            occupancy.enter();
        }
    }

    /** Gives the lock back. Whoever has waited longest is woken, but another may come first. */
    void release(ThreadState thread) {
        if (enabled && !(enabledLate && holder.get() != thread)) {
            requireHolder(thread);
            occupancy.leave();
            holder.set(null);
            wake(waiters.peek());
        }
    }

    /** Gives way if somebody has asked for the lock, or stops for good if it is closed. */
    void checkpoint(ThreadState thread) {
        if (enabledLate && holder.get() != thread) {
            queueUp(thread);
        }
        if (enabled && (dropRequested || computesInStandingTime())) {
            handOver(thread);
        }
        stopIfClosed(thread);
    }

    /**
     * In virtual time no interval runs out while a thread computes: the clock stands still, and a thread that spins would
     * keep the lock for ever. There the number of checkpoints stands for the time.
     */
    private boolean computesInStandingTime() {
        if (waiters.isEmpty() || ++checkpoints < CHECKPOINTS_PER_LOOK) {
            return false;
        }
        checkpoints = 0;
        long before = lastLook;
        lastLook = platform.nowNanos();
        return lastLook == before;
    }

    private void handOver(ThreadState thread) {
        requireHolder(thread);
        dropRequested = false;
        ThreadState successor = waiters.peek();
        if (successor != null) {
            timekeeper.set(thread);
            occupancy.leave();
            if (thread.isComputing()) {
                occupancy.handOver();
            }
            holder.set(successor);
            wake(successor);
            queueUp(thread);
            occupancy.enter();
        }
    }

    private void queueUp(ThreadState thread) {
        waiters.add(thread);
        while (!tryTake(thread)) {
            awaitTurn(thread);
            stopIfClosed(thread);
        }
        waiters.remove(thread);
        boolean wasRequested = dropRequested;
        dropRequested = false;
        if (timekeeper.compareAndSet(thread, null)) {
            wake(waiters.peek());
        } else if (wasRequested) {
            wake(timekeeper.get());
        }
    }

    /** One of those who wait measures the interval; the others need not wake for it, nor anybody while a request is open. */
    private void awaitTurn(ThreadState thread) {
        ThreadState seen = holder.get();
        boolean measures = timekeeper.get() == thread || timekeeper.compareAndSet(null, thread);
        Deadline deadline =
                measures && !dropRequested ? Deadline.after(platform, intervalBefore(seen)) : Deadline.NEVER;
        boolean woken = platform.park(thread.waitingForGil(), deadline);
        if (!woken && seen != null && holder.get() == seen) {
            dropRequested = true;
            if (seen.isComputing()) {
                wake(seen);
            }
        }
    }

    private Duration intervalBefore(@Nullable ThreadState busy) {
        return eager && (busy == null || !busy.isComputing()) ? Duration.ZERO : switchInterval;
    }

    /** What it has seen so far. */
    public Occupancy occupancy() {
        return occupancy;
    }

    /** Whether somebody has the lock and computes, while a thread that has other things to do waits for it. */
    public boolean isContended() {
        ThreadState busy = holder.get();
        return busy != null && busy.isComputing() && waiters.stream().anyMatch(waiter -> !waiter.isComputing());
    }

    private boolean tryTake(ThreadState thread) {
        return holder.compareAndSet(null, thread) || holder.get() == thread;
    }

    private void wake(@Nullable ThreadState waiter) {
        if (waiter != null) {
            platform.unpark(waiter.platformThread());
        }
    }

    private void stopIfClosed(ThreadState thread) {
        if (closed && thread != survivor) {
            holder.compareAndSet(thread, null);
            waiters.remove(thread);
            wake(waiters.peek());
            while (true) {
                platform.park(Stopped.WAITING, Deadline.NEVER);
            }
        }
    }

    private void requireHolder(ThreadState thread) {
        if (holder.get() != thread) {
            throw new IllegalStateException("Thread " + thread + " does not hold the GIL, which is held by "
                    + holder.get() + ": only an attached thread may run Python code.");
        }
    }
}
