package dev.threadstone.reference.platform;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Who may run, who waits until when, and who is next. It only decides; passing the token is up to the platform.
 *
 * <p>Thread-safety: none. Whoever has the token calls it.
 */
final class Scheduler {

    private static final int SOME_TIMERS = 4;

    private static final Comparator<SimulatedThread> DUE_FIRST = Comparator.comparingLong(
                    (SimulatedThread thread) -> thread.deadline().nanos())
            .thenComparingLong(SimulatedThread::parkNumber);

    private final SchedulingStrategy strategy;
    private final RunQueue runnable = new RunQueue();
    private final PriorityQueue<SimulatedThread> timers = new PriorityQueue<>(SOME_TIMERS, DUE_FIRST);
    private final Choices choices = new Choices();
    private final Trace trace = new Trace();

    private volatile long now;
    private long horizon;
    private long stepsLeft;
    private long parks;
    private @Nullable RuntimeException fault;

    Scheduler(SchedulingStrategy strategy) {
        this.strategy = strategy;
    }

    /** Allows so many steps more, and lets the clock run up to the horizon when nobody can run. */
    void allow(long steps, long until) {
        stepsLeft = steps;
        horizon = until;
    }

    /** Who runs next; null if nobody can before the horizon, or no step is left. */
    @Nullable SimulatedThread next() {
        while (runnable.size() == 0) {
            if (!fireTimer()) {
                return null;
            }
        }
        return --stepsLeft < 0 ? null : choose();
    }

    /** Whether the last null of {@link #next} was for want of steps. */
    boolean exhausted() {
        return stepsLeft < 0;
    }

    /** What the strategy did wrong, once; null if nothing. */
    @Nullable RuntimeException takeFault() {
        RuntimeException found = fault;
        fault = null;
        return found;
    }

    void spawned(long spawner, SimulatedThread thread) {
        trace.add(spawner, TraceEvent.Kind.SPAWN, (int) thread.id());
        runnable.add(thread);
    }

    void park(SimulatedThread thread, Waiting waiting, Deadline deadline) {
        trace.add(thread.id(), TraceEvent.Kind.PARK, 0);
        runnable.remove(thread);
        thread.park(waiting, deadline, parks++);
        if (!deadline.isNever()) {
            timers.add(thread);
        }
    }

    void unpark(long unparker, SimulatedThread thread) {
        trace.add(unparker, TraceEvent.Kind.UNPARK, (int) thread.id());
        if (thread.parked()) {
            if (!thread.deadline().isNever()) {
                timers.remove(thread);
            }
            runnable.add(thread);
        }
        thread.unpark();
    }

    void ended(SimulatedThread thread) {
        trace.add(thread.id(), TraceEvent.Kind.END, 0);
        runnable.remove(thread);
    }

    long now() {
        return now;
    }

    /** Moves the clock to the horizon; nothing may be due before. */
    void advance() {
        now = Math.max(now, horizon);
    }

    Trace trace() {
        return trace;
    }

    Choices choices() {
        return choices;
    }

    private boolean fireTimer() {
        SimulatedThread first = timers.peek();
        if (first == null || first.deadline().nanos() > horizon) {
            return false;
        }
        now = Math.max(now, first.deadline().nanos());
        while (first != null && first.deadline().nanos() <= now) {
            timers.remove();
            trace.add(first.id(), TraceEvent.Kind.TIMEOUT, 0);
            first.timeOut();
            runnable.add(first);
            first = timers.peek();
        }
        return true;
    }

    private @Nullable SimulatedThread choose() {
        if (runnable.size() == 1) {
            return runnable.pick(0);
        }
        try {
            int choice = strategy.pick(runnable);
            SimulatedThread picked = runnable.pick(choice);
            choices.add(choice);
            return picked;
        } catch (RuntimeException problem) {
            fault = problem;
            return null;
        }
    }
}
