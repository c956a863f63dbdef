package dev.threadstone.reference.gil;

/**
 * What an evaluation loop does between two operations: the main thread makes pending calls, and the holder of the GIL
 * gives way if it was asked to.
 *
 * <p>Thread-safety: called by attached threads.
 *
 * <p>Source: CPython, {@code Python/ceval_gil.c}, {@code _Py_HandlePending}.
 */
final class EvalLoop {

    private final Gil gil;
    private final PendingCalls pendingCalls;

    EvalLoop(Gil gil, PendingCalls pendingCalls) {
        this.gil = gil;
        this.pendingCalls = pendingCalls;
    }

    void checkpoint(ThreadState thread) {
        gil.checkpoint(thread);
        makePendingCalls(thread);
    }

    void makePendingCalls(ThreadState thread) {
        if (hasPendingCalls(thread)) {
            pendingCalls.run();
        }
    }

    boolean hasPendingCalls(ThreadState thread) {
        return thread.isMain() && !pendingCalls.isEmpty();
    }

    Gil gil() {
        return gil;
    }
}
