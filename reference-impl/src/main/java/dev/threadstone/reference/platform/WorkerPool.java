package dev.threadstone.reference.platform;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Daemon threads that are used again and again by the simulations of this process, because starting one costs more than a
 * whole simulated schedule. It never has more threads than were in use at one time, and lets go of those that are not wanted
 * for ten seconds.
 */
final class WorkerPool {

    private static final long KEEP_NANOS = Duration.ofSeconds(10).toNanos();

    static final WorkerPool SHARED = new WorkerPool();

    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();

    /** Runs the body on an idle worker, or on a new one if there is none. */
    void run(Runnable body) {
        Worker worker = idle.pollFirst();
        if (worker == null) {
            new Worker(this, body).start();
        } else {
            worker.take(body);
        }
    }

    /**
     * If the calling thread is a worker, makes it available for another body now, because the one it runs is about to
     * return. Whoever is woken by the last act of that body thus finds the worker idle.
     */
    static void vacate() {
        if (Thread.currentThread() instanceof Worker worker) {
            worker.vacate();
        }
    }

    private static final class Worker extends Thread {

        private final WorkerPool pool;
        private volatile @Nullable Runnable job;
        private boolean vacant;

        Worker(WorkerPool pool, Runnable first) {
            super(null, null, "threadstone-worker", 0, false);
            this.pool = pool;
            this.job = first;
            setDaemon(true);
        }

        void take(Runnable body) {
            job = body;
            LockSupport.unpark(this);
        }

        void vacate() {
            if (!vacant) {
                vacant = true;
                job = null;
                pool.idle.addFirst(this);
            }
        }

        @Override
        public void run() {
            Runnable next = job;
            while (next != null) {
                next.run();
                vacate();
                vacant = false;
                next = awaitJob();
            }
        }

        /** Returns null if nobody wanted it for so long that it had better end. */
        private @Nullable Runnable awaitJob() {
            long start = System.nanoTime();
            while (job == null) {
                LockSupport.parkNanos(pool, KEEP_NANOS);
                Thread.interrupted();
                boolean unwanted = System.nanoTime() - start >= KEEP_NANOS;
                if (unwanted && pool.idle.remove(this)) {
                    return null;
                }
            }
            return job;
        }
    }
}
