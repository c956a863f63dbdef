package dev.threadstone.adapter.jvm.example;

import dev.threadstone.adapter.jvm.PythonException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code threading.Event} as a latch that is replaced when the flag is cleared. */
final class ExampleEvent {

    private volatile CountDownLatch latch = new CountDownLatch(1);

    boolean isSet() {
        return latch.getCount() == 0;
    }

    synchronized void set() {
        latch.countDown();
    }

    synchronized void clear() {
        if (isSet()) {
            latch = new CountDownLatch(1);
        }
    }

    boolean await(double seconds) throws InterruptedException {
        if (seconds > ExampleRuntime.TIMEOUT_MAX) {
            throw new PythonException("OverflowError", "timeout value is too large");
        }
        return latch.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }
}
