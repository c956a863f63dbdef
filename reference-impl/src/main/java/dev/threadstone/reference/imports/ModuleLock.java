package dev.threadstone.reference.imports;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.threading.RLock;
import org.jspecify.annotations.Nullable;

/** The lock of one module: whoever executes the module holds it, and can import the module again meanwhile. */
final class ModuleLock {

    private final RLock lock;
    private volatile @Nullable ThreadState owner;
    private int depth;

    ModuleLock(Interpreter interpreter, String module) {
        this.lock = new RLock(interpreter);
        lock.label("the import of " + module);
    }

    /** Blocks until the lock is the caller's. */
    void acquire(ThreadState thread) {
        lock.acquire();
        owner = thread;
        depth++;
    }

    /**
     * No owner is better than the wrong one for those who look for circles, so the lock goes last; and it goes, whatever
     * signals have come.
     */
    void release() {
        depth--;
        if (depth == 0) {
            owner = null;
        }
        lock.releaseUninterruptibly();
    }

    @Nullable ThreadState owner() {
        return owner;
    }
}
