package dev.threadstone.reference.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic platform. One thread runs at a time. At every {@link #point}, {@link #park} and end of a thread a
 * {@link Schedule} decides who goes on; what lies between is not interleaved. The clock starts at 0 and moves in
 * {@link #elapse} only, from deadline to deadline. Same program, same schedule, same actions of the driver: same
 * {@link #trace}, on every {@link Carrier} and JDK.
 *
 * <p>Thread-safety: the driver, one thread that is none of the simulation's, may call every method but {@link #park},
 * {@link #point} and {@link #current} while the simulation is at rest, that is outside {@link #settle} and
 * {@link #elapse}. While it is not, only the thread that runs may. A point passed by the driver does nothing.
 *
 * <p>The size of a stack is checked against the limits, but not otherwise heeded.
 */
public final class SimulatedPlatform implements DirectedPlatform {

    /** How long to wait, while closing, for a thread that computes to come by. */
    private static final long GRACE_NANOS = Duration.ofSeconds(5).toNanos();

    private final SimulationOptions options;
    private final Scheduler scheduler;
    private final RandomGenerator random;
    private final ObjectNumbers objects = new ObjectNumbers();
    private final List<SimulatedThread> living = new ArrayList<>();
    private final Driver driver = new Driver();
    private final Failures failures = new Failures();

    private @Nullable SimulatedThread running;
    private volatile boolean closed;
    private long spawned;

    private SimulatedPlatform(SimulationOptions options, SchedulingStrategy strategy) {
        this.options = options;
        this.scheduler = new Scheduler(strategy);
        this.random = new SplittableRandom(~options.schedule().seed());
    }

    /** A simulation in which everything, schedule and chance, follows from one seed. */
    public static SimulatedPlatform create(long seed) {
        return create(SimulationOptions.of(Schedule.random(seed)));
    }

    /** A simulation that runs as the options say. */
    public static SimulatedPlatform create(SimulationOptions options) {
        return new SimulatedPlatform(options, options.schedule().newStrategy());
    }

    /** A simulation whose schedule comes from a strategy of the caller's own, such as one that explores. */
    public static SimulatedPlatform create(SimulationOptions options, SchedulingStrategy strategy) {
        return new SimulatedPlatform(options, strategy);
    }

    @Override
    public PlatformThread spawn(String name, long stackBytes, Runnable body) {
        SimulatedThread spawner = caller();
        if (closed) {
            throw new SpawnRefusedException("the platform is closed, so it does not start thread " + name);
        }
        options.limits().check(living.size(), stackBytes);
        var thread = new SimulatedThread(++spawned, name, body);
        living.add(thread);
        scheduler.spawned(spawner == null ? 0 : spawner.id(), thread);
        return thread;
    }

    @Override
    public PlatformThread current() {
        return self();
    }

    @Override
    public boolean park(Waiting waiting, Deadline deadline) {
        SimulatedThread self = self();
        if (closed) {
            throw refusal(self);
        }
        if (self.takeUnpark()) {
            reschedule(self);
            return true;
        }
        if (deadline.nanos() > scheduler.now()) {
            scheduler.park(self, waiting, deadline);
        }
        reschedule(self);
        return self.takeUnpark();
    }

    @Override
    public void unpark(PlatformThread thread) {
        SimulatedThread unparker = caller();
        if (!thread.ended() && thread instanceof SimulatedThread parked) {
            scheduler.unpark(unparker == null ? 0 : unparker.id(), parked);
        }
    }

    @Override
    public long nowNanos() {
        return scheduler.now();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void point(Object object, Operation operation) {
        SimulatedThread self = running;
        if (self == null || !self.isCaller()) {
            return;
        }
        if (closed) {
            self.unwinding().pass(() -> giveUp(self));
            return;
        }
        int number = objects.of(object);
        self.announce(number, operation);
        reschedule(self);
        self.announce(0, null);
        scheduler.trace().add(self.id(), TraceEvent.Kind.of(operation), number);
    }

    @Override
    public boolean settle(Duration budget) {
        return run(scheduler.now(), budget);
    }

    @Override
    public boolean elapse(Duration duration, Duration budget) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not run back, but " + duration + " is to elapse");
        }
        return run(Deadline.after(this, duration).nanos(), budget);
    }

    @Override
    public String report() {
        SimulatedThread busy = running;
        if (!driver.hasToken() && busy != null) {
            return busy.name() + " computes and has not come to a scheduling point";
        }
        return new WaitReport(living.stream().map(SimulatedThread::standing).toList(), scheduler.now()).text();
    }

    /** What has happened so far. Call it while the simulation is at rest. */
    public Trace trace() {
        return scheduler.trace();
    }

    /** The schedule it was created with. If it was given a strategy besides, see {@link #recorded} for what it did. */
    public Schedule schedule() {
        return options.schedule();
    }

    /**
     * The choices made so far, as a schedule that repeats them. Call it while the simulation is at rest.
     *
     * @throws IllegalStateException if they were too many to be kept (about a million)
     */
    public Schedule recorded() {
        return Schedule.replay(options.schedule().seed(), scheduler.choices().all());
    }

    @Override
    public void close() {
        requireDriver();
        if (closed) {
            return;
        }
        closed = true;
        if (driver.hasToken() || driver.await(GRACE_NANOS)) {
            driver.leave();
            pass(nextToUnwind());
            driver.await(GRACE_NANOS);
        }
    }

    private boolean run(long horizon, Duration budget) {
        requireDriver();
        long nanos = Deadline.nanosOf(budget);
        if (closed) {
            return true;
        }
        if (!driver.hasToken() && !driver.await(nanos)) {
            return false;
        }
        scheduler.allow(options.maxSteps(), horizon);
        driver.leave();
        pass(scheduler.next());
        if (!driver.await(nanos)) {
            return false;
        }
        throwFailure();
        if (scheduler.exhausted()) {
            return false;
        }
        scheduler.advance();
        return true;
    }

    private void throwFailure() {
        RuntimeException fault = scheduler.takeFault();
        if (fault != null) {
            throw fault;
        }
        failures.rethrow();
    }

    /** Lets the strategy decide who goes on; returns when the calling thread is to. */
    private void reschedule(SimulatedThread self) {
        SimulatedThread next = scheduler.next();
        if (next == self) {
            return;
        }
        pass(next);
        self.awaitToken();
        if (closed) {
            throw refusal(self);
        }
    }

    /** Gives the token to a thread, or to the driver. */
    private void pass(@Nullable SimulatedThread next) {
        running = next;
        if (next == null) {
            driver.resume();
        } else if (next.started()) {
            next.resume();
        } else {
            start(next);
        }
    }

    private void start(SimulatedThread thread) {
        try {
            if (options.carrier() == Carrier.VIRTUAL) {
                VirtualThreads.start(() -> carry(thread));
            } else {
                WorkerPool.SHARED.run(() -> carry(thread));
            }
        } catch (OutOfMemoryError refused) {
            failures.add(
                    "the machine refused a thread to run " + thread.name() + " on: " + refused.getMessage(), refused);
            pass(null);
        }
    }

    /** Runs a thread on the calling carrier, and after it those that have no carrier yet and are next. */
    private void carry(SimulatedThread first) {
        SimulatedThread next = first;
        while (next != null && !next.started()) {
            running = next;
            failures.run(next, next::run);
            next = end(next);
            Thread.interrupted();
        }
        WorkerPool.vacate();
        pass(next);
    }

    private @Nullable SimulatedThread end(SimulatedThread thread) {
        thread.end();
        living.remove(thread);
        if (closed) {
            return nextToUnwind();
        }
        scheduler.ended(thread);
        return scheduler.next();
    }

    /** While closing: the oldest living thread that has begun. Those that have not never will. */
    private @Nullable SimulatedThread nextToUnwind() {
        while (!living.isEmpty()) {
            SimulatedThread oldest = living.get(0);
            if (oldest.started()) {
                return oldest;
            }
            oldest.end();
            living.remove(0);
        }
        return null;
    }

    private PlatformClosedError refusal(SimulatedThread self) {
        return self.unwinding().refuse(() -> giveUp(self));
    }

    private void giveUp(SimulatedThread self) {
        pass(end(self));
    }

    private void requireDriver() {
        SimulatedThread self = running;
        if (self != null && self.isCaller()) {
            throw new IllegalStateException(
                    "thread " + self.name() + " is one of the simulation's and cannot direct it; its driver can");
        }
    }

    private SimulatedThread self() {
        SimulatedThread self = running;
        if (self == null || !self.isCaller()) {
            throw new IllegalStateException("thread " + Thread.currentThread().getName()
                    + " is none of the simulation's, so it cannot park and has no current thread");
        }
        return self;
    }

    /** The calling thread, or null if the driver calls. */
    private @Nullable SimulatedThread caller() {
        SimulatedThread self = running;
        if (self != null && !self.isCaller()) {
            throw new IllegalStateException("thread " + Thread.currentThread().getName()
                    + " is none of the simulation's and may act on it only while it is at rest, but thread "
                    + self.name()
                    + " is running");
        }
        return self;
    }
}
