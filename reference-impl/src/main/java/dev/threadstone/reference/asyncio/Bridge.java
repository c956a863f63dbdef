package dev.threadstone.reference.asyncio;

import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.errors.PythonException;
import java.util.List;

/** Pairs of futures, one in an event loop and one for threads, of which each follows the other. */
final class Bridge {

    private final EventLoop loop;
    private final Future inside;
    private final dev.threadstone.reference.futures.Future outside;

    private Bridge(EventLoop loop, Future inside, dev.threadstone.reference.futures.Future outside) {
        this.loop = loop;
        this.inside = inside;
        this.outside = outside;
    }

    /** A future of the loop that gets the outcome of the other one; cancelling it cancels that. */
    static Future toLoop(dev.threadstone.reference.futures.Future outside, EventLoop loop) {
        Bridge bridge = new Bridge(loop, loop.createFuture(), outside);
        bridge.inside.addDoneCallback(PyCallable.of(bridge::cancelOutside));
        outside.addDoneCallback(PyCallable.of(() -> bridge.inLoop(bridge::copyInside)));
        return bridge.inside;
    }

    /** A future for other threads that gets the outcome of the coroutine; cancelling it cancels that. */
    static dev.threadstone.reference.futures.Future fromLoop(Coroutine coroutine, EventLoop loop) {
        var outside = new dev.threadstone.reference.futures.Future(loop.interpreter());
        loop.callSoonThreadsafe(PyCallable.of(() -> run(coroutine, loop, outside)), List.of());
        return outside;
    }

    private static void run(Coroutine coroutine, EventLoop loop, dev.threadstone.reference.futures.Future outside) {
        Bridge bridge = new Bridge(loop, loop.createTask(coroutine), outside);
        bridge.inside.addDoneCallback(PyCallable.of(bridge::copyOutside));
        outside.addDoneCallback(PyCallable.of(() -> {
            if (outside.cancelled()) {
                bridge.inLoop(bridge.inside::cancel);
            }
        }));
    }

    private void inLoop(Runnable action) {
        if (!loop.isClosed()) {
            loop.callSoonThreadsafe(PyCallable.of(action), List.of());
        }
    }

    private void cancelOutside() {
        if (inside.cancelled()) {
            outside.cancel();
        }
    }

    private void copyInside() {
        if (inside.cancelled()) {
            return;
        }
        if (outside.cancelled()) {
            inside.cancel();
            return;
        }
        PythonException raised = outside.exception(null);
        if (raised == null) {
            inside.setResult(outside.result(null));
        } else {
            inside.setException(raised);
        }
    }

    private void copyOutside() {
        if (inside.cancelled()) {
            outside.cancel();
        }
        if (!outside.setRunningOrNotifyCancel()) {
            return;
        }
        PythonException raised = inside.exception();
        if (raised == null) {
            outside.setResult(inside.result());
        } else {
            outside.setException(raised);
        }
    }
}
