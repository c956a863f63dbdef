package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.TimeoutError;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Timeout;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Futures in the order in which they end: what {@code concurrent.futures.as_completed} returns. It keeps no future that it
 * has yielded.
 *
 * <p>Thread-safety: used by one attached thread of the interpreter at a time.
 *
 * <p>Source: Python library reference, {@code concurrent.futures.as_completed}.
 */
public final class AsCompleted implements Iterator<Future>, AutoCloseable {

    private final Interpreter interpreter;
    private final Set<Future> left;
    private final int total;
    private final Deadline deadline;
    private final CriticalSection section;
    private final Event news;
    private final FutureWatcher watcher = this::ended;
    private boolean watching;

    /** Touched inside the section only. */
    private final Deque<Future> ready = new ArrayDeque<>();

    AsCompleted(Interpreter interpreter, Collection<Future> futures, @Nullable Timeout timeout) {
        this.interpreter = interpreter;
        this.left = new LinkedHashSet<>(futures);
        this.total = left.size();
        this.deadline = timeout == null ? Deadline.NEVER : timeout.deadline(interpreter.platform());
        this.section = interpreter.newCriticalSection();
        this.news = new Event(interpreter);
        news.label("the end of a future");
    }

    /** Whether there is a future left to wait for. Does not wait. */
    @Override
    public boolean hasNext() {
        return !left.isEmpty();
    }

    /**
     * The future that has ended next. Blocks until there is one.
     *
     * @throws TimeoutError if the time is up and none has ended; the iteration is then over
     * @throws NoSuchElementException if all have been yielded
     * @throws dev.threadstone.reference.errors.PythonException in the main thread, whatever a signal handler raised; the
     *     iteration is then over
     */
    @Override
    public Future next() {
        if (left.isEmpty()) {
            throw new NoSuchElementException("All futures have been yielded.");
        }
        try {
            watch();
            Future next = poll();
            while (next == null) {
                await();
                next = poll();
            }
            left.remove(next);
            return next;
        } catch (RuntimeException over) {
            close();
            throw over;
        }
    }

    /** Ends the iteration. */
    @Override
    public void close() {
        left.forEach(future -> future.unwatch(watcher));
        left.clear();
    }

    private void watch() {
        if (!watching) {
            watching = true;
            for (Future future : left) {
                if (!future.watch(watcher)) {
                    ended(future);
                }
            }
        }
    }

    private void await() {
        if (deadline.isPast(interpreter.platform())) {
            throw new TimeoutError(
                    interpreter.options().python(), left.size() + " (of " + total + ") futures unfinished");
        }
        news.await(Timeout.until(deadline, interpreter.platform()));
    }

    /** The event is cleared before the look: what ends after the look sets it again. */
    private @Nullable Future poll() {
        news.clear();
        return section.<@Nullable Future>call(interpreter.current(), ready::poll);
    }

    private void ended(Future future) {
        section.call(interpreter.current(), () -> ready.add(future));
        news.set();
    }
}
