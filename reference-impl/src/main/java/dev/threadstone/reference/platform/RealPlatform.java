package dev.threadstone.reference.platform;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Real threads and the real clock. A thread is an ordinary daemon thread, or a virtual one. The clock counts from the
 * creation of the platform.
 *
 * <p>{@link #settle} knows exactly whether a thread runs, because whoever unparks a thread counts it as running at that
 * moment. A thread that is blocked by anything but {@link #park} counts as running.
 *
 * <p>Waits that end at different deadlines are ended by the machine's timers, so threads whose deadlines lie close together
 * may run in another order than they fall due.
 *
 * <p>{@link #close} ends parked threads, and running ones at their next {@link #park} or {@link #point}; it waits for them
 * two seconds at most. A thread that computes for ever without either goes on, but does not keep the process alive.
 *
 * <p>Thread-safety: any thread may spawn and unpark.
 */
public final class RealPlatform implements DirectedPlatform {

    private static final long GRACE_NANOS = Duration.ofSeconds(2).toNanos();

    /** Which thread of which platform the calling thread is. */
    private static final ThreadLocal<@Nullable RealThread> CURRENT = new ThreadLocal<>();

    private final Carrier carrier;
    private final Limits limits;
    private final RandomGenerator random;
    private final long origin = System.nanoTime();
    private final Map<Long, RealThread> living = new ConcurrentSkipListMap<>();
    private final AtomicInteger places = new AtomicInteger();
    private final AtomicLong spawned = new AtomicLong();
    private final Activity activity = new Activity();
    private final Failures failures = new Failures();
    private volatile boolean closed;

    private RealPlatform(Carrier carrier, Limits limits, long seed) {
        this.carrier = carrier.checked();
        this.limits = limits;
        this.random = new Random(seed);
    }

    /** Ordinary threads within the default limits. The seed is that of {@link #random} alone. */
    public static RealPlatform create(long seed) {
        return create(seed, Carrier.PLATFORM, Limits.DEFAULT);
    }

    /**
     * A platform on threads of this kind.
     *
     * @throws IllegalArgumentException if this JVM has no such threads
     */
    public static RealPlatform create(long seed, Carrier carrier, Limits limits) {
        return new RealPlatform(carrier, limits, seed);
    }

    @Override
    public PlatformThread spawn(String name, long stackBytes, Runnable body) {
        if (closed) {
            throw new SpawnRefusedException("the platform is closed, so it does not start thread " + name);
        }
        takePlace(stackBytes);
        var thread = new RealThread(this, spawned.incrementAndGet(), name);
        living.put(thread.id(), thread);
        activity.begin();
        try {
            start(thread, stackBytes, body);
        } catch (OutOfMemoryError refused) {
            leave(thread);
            throw new SpawnRefusedException("the machine refused thread " + name + " with a stack of " + stackBytes
                    + " bytes: " + refused.getMessage());
        }
        return thread;
    }

    @Override
    public PlatformThread current() {
        return self();
    }

    @Override
    public boolean park(Waiting waiting, Deadline deadline) {
        RealThread self = self();
        if (closed) {
            throw refusal(self);
        }
        if (self.takeUnpark()) {
            return true;
        }
        if (deadline.isPast(this)) {
            return false;
        }
        if (!self.park(waiting, deadline)) {
            return self.takeUnpark();
        }
        activity.end();
        return sleep(self, deadline);
    }

    @Override
    public void unpark(PlatformThread thread) {
        if (!(thread instanceof RealThread parked)) {
            return;
        }
        while (!parked.unparkAhead() && !parked.needsNoUnpark()) {
            if (parked.parked() && endPark(parked)) {
                parked.wake();
                return;
            }
        }
    }

    @Override
    public long nowNanos() {
        return System.nanoTime() - origin;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void point(Object object, Operation operation) {
        if (closed) {
            RealThread self = caller();
            if (self != null) {
                self.unwinding().pass(() -> leave(self));
            }
        }
    }

    @Override
    public boolean settle(Duration budget) {
        requireDriver();
        boolean rests = activity.awaitRest(this::nobodyIsDue, Deadline.nanosOf(budget));
        failures.rethrow();
        return rests;
    }

    @Override
    public boolean elapse(Duration duration, Duration budget) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not run back, but " + duration + " is to elapse");
        }
        Deadline end = Deadline.after(this, duration);
        try (var wait = new DriverWait(end.nanos() - nowNanos())) {
            while (!end.isPast(this)) {
                wait.sleep();
            }
        }
        return settle(budget);
    }

    @Override
    public String report() {
        return new WaitReport(living.values().stream().map(RealThread::standing).toList(), nowNanos()).text();
    }

    @Override
    public void close() {
        requireDriver();
        closed = true;
        living.values().forEach(RealThread::wake);
        activity.awaitRest(living::isEmpty, GRACE_NANOS);
    }

    private void takePlace(long stackBytes) {
        try {
            limits.check(places.getAndIncrement(), stackBytes);
        } catch (SpawnRefusedException refused) {
            places.decrementAndGet();
            throw refused;
        }
    }

    private void start(RealThread thread, long stackBytes, Runnable body) {
        var task = new AtomicReference<@Nullable Runnable>(body);
        if (carrier == Carrier.VIRTUAL) {
            VirtualThreads.start(() -> carry(thread, task));
        } else {
            var started = new Thread(null, () -> carry(thread, task), thread.name(), stackBytes, false);
            started.setDaemon(true);
            started.start();
        }
    }

    /** Keeps nothing of the task once that has ended: the carrier ends a little later than the thread. */
    private void carry(RealThread thread, AtomicReference<@Nullable Runnable> task) {
        thread.begin();
        CURRENT.set(thread);
        if (!closed) {
            failures.run(thread, Objects.requireNonNull(task.getAndSet(null)));
        }
        leave(thread);
    }

    private void leave(RealThread thread) {
        thread.end();
        living.remove(thread.id());
        places.decrementAndGet();
        activity.end();
    }

    /** Sleeps until the park has ended, or ends it itself at the deadline. */
    private boolean sleep(RealThread self, Deadline deadline) {
        while (self.parked()) {
            boolean late = deadline.isPast(this);
            if ((late || closed) && endPark(self)) {
                return leavePark(self, false);
            }
            if (deadline.isNever()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, deadline.nanos() - nowNanos());
            }
            Thread.interrupted();
        }
        return leavePark(self, true);
    }

    private boolean leavePark(RealThread self, boolean unparked) {
        if (closed) {
            throw refusal(self);
        }
        return unparked;
    }

    /** Counts first: between its end and the count, the platform would seem to be at rest. */
    private boolean endPark(RealThread parked) {
        activity.begin();
        boolean ended = parked.endPark();
        if (!ended) {
            activity.end();
        }
        return ended;
    }

    private boolean nobodyIsDue() {
        long now = nowNanos();
        return living.values().stream().noneMatch(thread -> thread.isDue(now));
    }

    private PlatformClosedError refusal(RealThread self) {
        return self.unwinding().refuse(() -> leave(self));
    }

    private void requireDriver() {
        RealThread self = caller();
        if (self != null) {
            throw new IllegalStateException(
                    "thread " + self.name() + " is one of the platform's and cannot direct it; its driver can");
        }
    }

    private @Nullable RealThread caller() {
        RealThread caller = CURRENT.get();
        return caller != null && caller.isOf(this) ? caller : null;
    }

    private RealThread self() {
        RealThread self = caller();
        if (self == null) {
            throw new IllegalStateException("thread " + Thread.currentThread().getName()
                    + " was not spawned by this platform, so it cannot park and has no current thread");
        }
        return self;
    }
}
