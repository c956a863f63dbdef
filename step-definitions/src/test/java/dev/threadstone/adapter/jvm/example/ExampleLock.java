package dev.threadstone.adapter.jvm.example;

import dev.threadstone.adapter.jvm.PythonException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@code threading.Lock} as a semaphore with one permit. */
final class ExampleLock {

    private final Semaphore free = new Semaphore(1);

    boolean acquire(boolean blocking, double timeout) throws InterruptedException {
        if (timeout > ExampleRuntime.TIMEOUT_MAX) {
            throw new PythonException("OverflowError", "timeout value is too large");
        }
        if (timeout != -1 && (timeout < 0 || !blocking)) {
            throw new PythonException("ValueError", "this timeout makes no sense");
        }
        if (blocking && timeout == -1) {
            free.acquire();
            return true;
        }
        return blocking ? free.tryAcquire((long) (timeout * 1e9), TimeUnit.NANOSECONDS) : free.tryAcquire();
    }

    synchronized void release() {
        if (!locked()) {
            throw new PythonException("RuntimeError", "release unlocked lock");
        }
        free.release();
    }

    boolean locked() {
        return free.availablePermits() == 0;
    }
}
