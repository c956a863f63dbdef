package dev.threadstone.reference.process;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.Platform;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A pipe of the operating system, as {@code os.pipe()} makes it, byte by byte. Every thread of every interpreter of the process
 * can use and close its ends.
 *
 * <p>Thread-safety: {@link #signalled} may be called from any thread, also from outside of the interpreter; everything else
 * by threads that are attached to the interpreter they pass.
 *
 * <p>Source: Python library reference, {@code os.pipe}, {@code os.read}, {@code os.write}, {@code os.close}.
 */
public final class Pipe implements Waiting {

    private final Platform platform;
    private final ConcurrentLinkedQueue<Integer> bytes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<PlatformThread> readers = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** An empty pipe. */
    public Pipe(Platform platform) {
        this.platform = platform;
    }

    /**
     * Writes one byte. Never blocks.
     *
     * @return false if the writing end has been closed, so that the call has to fail with {@code EBADF}
     */
    public boolean write(Interpreter caller, int value) {
        caller.begin(this, Operation.WRITE);
        if (closed) {
            return false;
        }
        signalled(value);
        return true;
    }

    /** Puts a byte in that no Python code writes: that of a signal. */
    public void signalled(int value) {
        bytes.add(value);
        wakeReaders();
    }

    /**
     * Reads one byte; blocks without the GIL until there is one. In the main thread signal handlers run meanwhile.
     *
     * @return null once the writing end has been closed and everything has been read
     * @throws dev.threadstone.reference.errors.PythonException in the main thread, whatever a signal handler raised
     */
    public @Nullable Integer read(Interpreter caller) {
        ThreadState thread = caller.begin(this, Operation.WAIT);
        boolean ended = closed;
        Integer value = bytes.poll();
        while (value == null && !ended) {
            awaitNews(thread);
            ended = closed;
            value = bytes.poll();
        }
        return value;
    }

    /** It stays among the readers until the wait is over: another reader may be faster. */
    private void awaitNews(ThreadState thread) {
        readers.add(thread.platformThread());
        try {
            thread.waitUntil(() -> !bytes.isEmpty() || closed, this, Deadline.NEVER);
        } finally {
            readers.remove(thread.platformThread());
        }
    }

    /**
     * Closes the writing end.
     *
     * @return false if it was closed before
     */
    public boolean close(Interpreter caller) {
        caller.begin(this, Operation.WRITE);
        boolean first = !closed;
        closed = true;
        wakeReaders();
        return first;
    }

    private void wakeReaders() {
        readers.forEach(platform::unpark);
    }

    @Override
    public String what() {
        return "data from a pipe";
    }

    @Override
    public @Nullable PlatformThread heldBy() {
        return null;
    }
}
