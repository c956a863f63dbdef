package dev.threadstone.adapter.jvm.example;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code threading.Thread} as a Java thread. */
final class ExampleThread {

    private final ExampleRuntime runtime;
    private final Thread thread;
    private final Runnable body;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean started;
    private volatile boolean daemon;

    ExampleThread(ExampleRuntime runtime, Args args) {
        this.runtime = runtime;
        thread = new Thread(runtime.steering.threads(), this::runAndEnd);
        thread.setDaemon(true);
        body = args.isNone("target")
                ? () -> {}
                : () -> args.callable("target")
                        .call(args.items("args"), args.isNone("kwargs") ? Map.of() : args.entries("kwargs"));
        daemon = args.isNone("daemon")
                ? runtime.alive.stream().anyMatch(other -> other.daemon && other.isCaller())
                : args.isTrue("daemon");
    }

    private boolean isCaller() {
        return thread.equals(Thread.currentThread());
    }

    synchronized void start() {
        requireUnstarted();
        started = true;
        runtime.alive.add(this);
        thread.start();
    }

    void run() {
        body.run();
    }

    private void runAndEnd() {
        try {
            body.run();
        } catch (PythonException error) {
            runtime.stderr.add("Exception in thread: " + error + "\n");
        }
        runtime.alive.remove(this);
        ended.countDown();
    }

    void join(double seconds) throws InterruptedException {
        if (!started || isCaller()) {
            throw new PythonException("RuntimeError", "cannot join this thread");
        }
        var unused = ended.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }

    boolean isAlive() {
        return started && ended.getCount() > 0;
    }

    Object ident() {
        return started ? thread.getId() : PythonNone.NONE;
    }

    boolean isDaemon() {
        return daemon;
    }

    void setDaemon(Object value) {
        requireUnstarted();
        daemon = value.equals(true);
    }

    private void requireUnstarted() {
        if (started) {
            throw new PythonException("RuntimeError", "the thread has been started");
        }
    }
}
