package dev.threadstone.reference.threading;

/** A lock of a program's own: what every lock has, and nothing more. */
record Wrapper(Lock wrapped) implements ConditionLock {

    @Override
    public boolean acquire(boolean blocking, Timeout timeout) {
        return wrapped.acquire(blocking, timeout);
    }

    @Override
    public void release() {
        wrapped.release();
    }

    @Override
    public boolean locked() {
        return wrapped.locked();
    }
}
