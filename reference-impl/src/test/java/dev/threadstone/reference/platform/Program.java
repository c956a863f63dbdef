package dev.threadstone.reference.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program whose outcome depends on the schedule: three threads increase a counter without a lock, take turns at a lock with
 * a limit of time, and draw a random number each.
 */
final class Program {

    private static final int THREADS = 3;

    private final SimulatedPlatform platform;
    private final ArrayDeque<PlatformThread> queue = new ArrayDeque<>();
    private @Nullable PlatformThread holder;
    private int counter;
    private long drawn;

    private Program(SimulatedPlatform platform) {
        this.platform = platform;
    }

    /** What came out of one run. */
    record Result(long traceHash, List<TraceEvent> events, int counter, long drawn, String recorded) {}

    static Result run(SimulationOptions options) {
        try (var platform = SimulatedPlatform.create(options)) {
            return new Program(platform).run();
        }
    }

    private Result run() {
        for (int i = 0; i < THREADS; i++) {
            platform.spawn("thread " + i, 0, this::body);
        }
        platform.settle(PlatformContract.BUDGET);
        platform.elapse(Duration.ofSeconds(1), PlatformContract.BUDGET);
        Trace trace = platform.trace();
        return new Result(
                trace.hash(),
                trace.events(),
                counter,
                drawn,
                platform.recorded().toString());
    }

    private void body() {
        platform.point("counter", Operation.READ);
        int read = counter;
        platform.point("counter", Operation.WRITE);
        counter = read + 1;
        if (acquire()) {
            drawn = 31 * drawn + platform.random().nextInt(1000);
            platform.park(Wait.on("a while"), Deadline.after(platform, Duration.ofMillis(300)));
            release();
        }
    }

    private boolean acquire() {
        platform.point(this, Operation.ACQUIRE);
        if (holder == null) {
            holder = platform.current();
            return true;
        }
        queue.add(platform.current());
        boolean handed = platform.park(Wait.on("the lock"), Deadline.after(platform, Duration.ofMillis(500)));
        return handed || !queue.remove(platform.current());
    }

    private void release() {
        platform.point(this, Operation.RELEASE);
        holder = queue.poll();
        if (holder != null) {
            platform.unpark(holder);
        }
    }
}
