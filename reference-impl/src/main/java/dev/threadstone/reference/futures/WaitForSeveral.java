package dev.threadstone.reference.futures;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.threading.Event;
import dev.threadstone.reference.threading.Timeout;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One wait of one thread for several futures. */
final class WaitForSeveral implements FutureWatcher {

    private final Interpreter interpreter;
    private final Set<Future> futures;
    private final ReturnWhen returnWhen;
    private final CriticalSection section;
    private final Event enough;

    /** Touched inside the section only. */
    private final Set<Future> done = new LinkedHashSet<>();

    WaitForSeveral(Interpreter interpreter, Collection<Future> futures, ReturnWhen returnWhen) {
        this.interpreter = interpreter;
        this.futures = new LinkedHashSet<>(futures);
        this.returnWhen = returnWhen;
        this.section = interpreter.newCriticalSection();
        this.enough = new Event(interpreter);
        enough.label("the end of futures");
    }

    DoneAndNotDone await(@Nullable Timeout timeout) {
        try {
            watch();
            if (!futures.isEmpty()) {
                enough.await(timeout);
            }
        } catch (RuntimeException interrupted) {
            leave();
            throw interrupted;
        }
        leave();
        return section.call(interpreter.current(), this::partition);
    }

    private void watch() {
        for (Future future : futures) {
            if (!future.watch(this)) {
                ended(future);
            }
        }
    }

    private void leave() {
        futures.forEach(future -> future.unwatch(this));
    }

    @Override
    public void ended(Future future) {
        boolean over = section.call(interpreter.current(), () -> {
            done.add(future);
            return isOverAfter(future);
        });
        if (over) {
            enough.set();
        }
    }

    private boolean isOverAfter(Future future) {
        return switch (returnWhen) {
            case FIRST_COMPLETED -> true;
            case FIRST_EXCEPTION -> future.failed() || done.size() == futures.size();
            case ALL_COMPLETED -> done.size() == futures.size();
        };
    }

    private DoneAndNotDone partition() {
        Set<Future> notDone = new LinkedHashSet<>(futures);
        notDone.removeAll(done);
        return new DoneAndNotDone(done, notDone);
    }
}
