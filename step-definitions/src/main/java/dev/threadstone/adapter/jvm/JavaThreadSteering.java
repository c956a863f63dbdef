package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Evidence;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Steering of plain Java threads, on the real clock. Blocked is what {@link Thread#getState} calls so, for every thread of
 * the runtime, unchanged over several looks. The runtime's threads are those of its {@link #threads() group}, where Java puts
 * every platform thread that one of them starts, and those that have run a callback.
 */
public final class JavaThreadSteering implements Steering {

    private static final int LOOKS = 3;
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(500);

    private final ThreadGroup group = new Group();
    private final Set<ParkedWaiter> waiters = ConcurrentHashMap.newKeySet();
    private final Map<Thread, Long> expected = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Where the runtime's first thread is to be started. */
    public ThreadGroup threads() {
        return group;
    }

    @Override
    public Waiter waiter() {
        var waiter = new ParkedWaiter(Thread.currentThread());
        waiters.add(waiter);
        return waiter;
    }

    @Override
    public Object currentThread() {
        return Thread.currentThread();
    }

    @Override
    public boolean settle(Duration budget) {
        var deadline = System.nanoTime() + budget.toNanos();
        Map<Thread, Thread.State> before = Map.of();
        int unchanged = 0;
        while (unchanged < LOOKS) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            var states = look();
            unchanged =
                    states.equals(before) && atRest(states) && waiters.stream().noneMatch(ParkedWaiter::isWaking)
                            ? unchanged + 1
                            : 0;
            before = states;
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }

    @Override
    public boolean elapse(Duration duration, Duration budget) {
        var end = System.nanoTime() + duration.toNanos();
        for (var left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return settle(budget);
    }

    private Map<Thread, Thread.State> look() {
        return living().collect(Collectors.toMap(thread -> thread, Thread::getState));
    }

    private boolean atRest(Map<Thread, Thread.State> states) {
        return states.entrySet().stream().allMatch(entry -> switch (entry.getValue()) {
            case NEW, TERMINATED, BLOCKED, WAITING -> true;
            case TIMED_WAITING -> !isOverdue(entry.getKey());
            case RUNNABLE -> false;
        });
    }

    /** Whether the time of the call is up that the thread is in: it is about to wake. */
    private boolean isOverdue(Thread thread) {
        var end = expected.get(thread);
        return end != null && System.nanoTime() - end >= 0;
    }

    private Stream<Thread> living() {
        var members = new @Nullable Thread[group.activeCount() + 16];
        var count = group.enumerate(members);
        return Stream.concat(
                        Arrays.stream(members, 0, count).map(Objects::requireNonNull),
                        waiters.stream().map(waiter -> waiter.thread).filter(Thread::isAlive))
                .distinct();
    }

    @Override
    public Runnable expectReturnWithin(Duration longest) {
        if (longest.toNanos() == Long.MAX_VALUE) {
            return () -> {};
        }
        var thread = Thread.currentThread();
        var outer = expected.put(thread, System.nanoTime() + longest.toNanos());
        return () -> {
            if (outer == null) {
                expected.remove(thread);
            } else {
                expected.put(thread, outer);
            }
        };
    }

    @Override
    public Evidence evidence() {
        return Evidence.OBSERVED;
    }

    @Override
    public Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public boolean virtualTime() {
        return false;
    }

    @Override
    public String report() {
        var lines = new LinkedHashMap<String, String>();
        living().forEach(thread -> lines.put(
                thread.getName(),
                thread.getState()
                        + Arrays.stream(thread.getStackTrace())
                                .limit(1)
                                .map(frame -> " in " + frame)
                                .collect(Collectors.joining())));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Threads that wait for orders end; those that are blocked in the runtime are interrupted, and left behind as daemons
     * if that does not end them.
     */
    @Override
    public void close() {
        closed = true;
        living().forEach(thread -> {
            LockSupport.unpark(thread);
            thread.interrupt();
        });
    }

    /** Parks its thread between orders. */
    private final class ParkedWaiter implements Waiter {

        private final Thread thread;
        private volatile boolean idle;
        private volatile boolean woken;

        ParkedWaiter(Thread thread) {
            this.thread = thread;
        }

        /** Whether there are orders that the thread has not noticed: its state still says that it waits. */
        boolean isWaking() {
            return idle && woken;
        }

        @Override
        public void await() {
            idle = true;
            if (!woken) {
                LockSupport.park(this);
            }
            woken = false;
            idle = false;
            if (closed) {
                throw new RuntimeClosedError();
            }
        }

        @Override
        public void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }
    }

    /** The runtime's threads; those that are cut off at the end say nothing. */
    private static final class Group extends ThreadGroup {

        Group() {
            super("runtime");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            if (!(error instanceof RuntimeClosedError)) {
                super.uncaughtException(thread, error);
            }
        }
    }
}
