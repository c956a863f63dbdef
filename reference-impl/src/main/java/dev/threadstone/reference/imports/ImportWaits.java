package dev.threadstone.reference.imports;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who waits for which module, so that no circle of importing threads ever closes. */
final class ImportWaits {

    private final CriticalSection section;
    private final Map<ThreadState, ModuleLock> waits = new HashMap<>();

    ImportWaits(Interpreter interpreter) {
        this.section = interpreter.newCriticalSection();
    }

    /**
     * Acquires the lock of a module, unless its owner waits, directly or through others, for the caller.
     *
     * @return whether the lock is the caller's
     */
    boolean acquire(ModuleLock lock, ThreadState thread) {
        if (!section.call(thread, () -> begin(lock, thread))) {
            return false;
        }
        try {
            lock.acquire(thread);
        } catch (RuntimeException interrupted) {
            end(thread);
            throw interrupted;
        }
        end(thread);
        return true;
    }

    private boolean begin(ModuleLock wanted, ThreadState thread) {
        ThreadState owner = wanted.owner();
        if (owner == thread) {
            return true;
        }
        while (owner != null) {
            owner = awaitedBy(owner);
            if (owner == thread) {
                return false;
            }
        }
        waits.put(thread, wanted);
        return true;
    }

    /** Whom a thread waits for. One that has just got its lock waits for nobody, although the table does not say so yet. */
    private @Nullable ThreadState awaitedBy(ThreadState thread) {
        ModuleLock wanted = waits.get(thread);
        ThreadState owner = wanted == null ? null : wanted.owner();
        return owner == thread ? null : owner;
    }

    private void end(ThreadState thread) {
        section.call(thread, () -> waits.remove(thread));
    }
}
