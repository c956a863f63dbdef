package dev.threadstone.reference.signals;

import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The real-time interval timer of a process, which sends SIGALRM once.
 *
 * <p>Thread-safety: used by attached threads. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code signal.setitimer}.
 */
final class IntervalTimer implements Waiting {

    private final Platform platform;
    private final Runnable alarm;
    private final AtomicInteger settings = new AtomicInteger();

    /** @param alarm sends the signal */
    IntervalTimer(Platform platform, Runnable alarm) {
        this.platform = platform;
        this.alarm = alarm;
    }

    /** Sends the signal after this time instead of whenever it was to be sent; never for zero. */
    void set(Duration after) {
        int setting = settings.incrementAndGet();
        if (!after.isZero()) {
            Deadline end = Deadline.after(platform, after);
            platform.spawn("alarm", 0, () -> run(setting, end));
        }
    }

    private void run(int setting, Deadline end) {
        while (!end.isPast(platform)) {
            platform.park(this, end);
        }
        if (settings.get() == setting) {
            alarm.run();
        }
    }

    @Override
    public String what() {
        return "the time of an alarm";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }

    @Override
    public boolean idle() {
        return true;
    }
}
