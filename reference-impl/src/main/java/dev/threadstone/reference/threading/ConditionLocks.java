package dev.threadstone.reference.threading;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The two locks of Python under a condition. */
final class ConditionLocks {

    private ConditionLocks() {}

    /** A lock without an owner: whoever finds it locked may wait and notify. */
    record Plain(Lock lock) implements ConditionLock {

        @Override
        public boolean acquire(boolean blocking, Timeout timeout) {
            return lock.acquire(blocking, timeout);
        }

        @Override
        public void release() {
            lock.release();
        }

        @Override
        public boolean locked() {
            return lock.locked();
        }

        @Override
        public boolean isOwned() {
            return lock.locked();
        }

        @Override
        public void acquireRestore(@Nullable Object saved) {
            lock.acquireUninterruptibly();
        }

        @Override
        public String toString() {
            return lock.toString();
        }
    }

    /** A lock with an owner and levels, all of which are given up and restored. */
    record Reentrant(RLock lock) implements ConditionLock {

        @Override
        public boolean acquire(boolean blocking, Timeout timeout) {
            return lock.acquire(blocking, timeout);
        }

        @Override
        public void release() {
            lock.release();
        }

        @Override
        public boolean locked() {
            return lock.locked();
        }

        @Override
        public boolean isOwned() {
            return lock.isOwned();
        }

        @Override
        public Object releaseSave() {
            return lock.releaseSave();
        }

        @Override
        public void acquireRestore(@Nullable Object saved) {
            lock.acquireRestore((Integer) Objects.requireNonNull(saved, "the levels that releaseSave returned"));
        }

        @Override
        public String toString() {
            return lock.toString();
        }
    }
}
