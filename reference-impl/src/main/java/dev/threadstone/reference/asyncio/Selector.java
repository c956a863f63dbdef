package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Where an event loop waits: for what it watches, for a wake-up from another thread, or until a deadline. */
final class Selector implements Waiting {

    private final Platform platform;
    private final Map<Doorbell, Runnable> watched = new ConcurrentHashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable PlatformThread sleeper;

    Selector(Platform platform) {
        this.platform = platform;
    }

    /** Calls this in the loop each time after the bell was rung. */
    void watch(Doorbell bell, Runnable callback) {
        watched.put(bell, callback);
        bell.watchedBy(this);
    }

    void unwatch(Doorbell bell) {
        watched.remove(bell);
        bell.watchedBy(null);
    }

    /** Ends the wait of the loop, or its next one. */
    void wake() {
        woken.set(true);
        PlatformThread thread = sleeper;
        if (thread != null) {
            platform.unpark(thread);
        }
    }

    /** Blocks, and gives the callbacks of what has become readable. */
    List<Runnable> select(ThreadState thread, Deadline deadline) {
        sleeper = thread.platformThread();
        thread.waitUntil(this::hasNews, this, deadline);
        woken.set(false);
        List<Runnable> ready = new ArrayList<>();
        watched.forEach((bell, callback) -> {
            if (bell.wasRung()) {
                ready.add(callback);
            }
        });
        return ready;
    }

    private boolean hasNews() {
        return woken.get() || watched.keySet().stream().anyMatch(Doorbell::isRung);
    }

    @Override
    public String what() {
        return "events of its loop";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }

    /** A loop that watches something waits for the world outside. */
    @Override
    public boolean idle() {
        return !watched.isEmpty();
    }
}
