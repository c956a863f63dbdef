package dev.threadstone.world;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The run that is under way in this JVM. Cucumber creates the glue's object factory by name and without arguments, so
 * this is the one place where the suite has to reach for something that was not handed to it.
 *
 * <p>Thread-safe. One run at a time.
 */
public final class ActiveRun {

    private static final AtomicReference<@Nullable Run> ACTIVE = new AtomicReference<>();

    private ActiveRun() {}

    /**
     * Makes a run the active one until the returned scope is closed.
     *
     * @throws IllegalStateException if another run is active
     */
    public static Scope activate(Run run) {
        if (!ACTIVE.compareAndSet(null, run)) {
            throw new IllegalStateException("Another run is under way in this JVM; wait for its end.");
        }
        return () -> ACTIVE.compareAndSet(run, null);
    }

    static Run current() {
        var run = ACTIVE.get();
        if (run == null) {
            throw new IllegalStateException(
                    "No run is active: start the features through threadstone, not through Cucumber alone.");
        }
        return run;
    }

    /** Ends the activation. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
