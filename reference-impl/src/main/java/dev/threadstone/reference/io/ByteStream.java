package dev.threadstone.reference.io;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.CriticalSection;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Deadline;
import dev.threadstone.reference.platform.Operation;
import dev.threadstone.reference.platform.PlatformThread;
import dev.threadstone.reference.platform.Waiting;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way from one end to the other, as in a pipe or a connection, which holds a limited number of them. Only how
 * many they are is modelled; what they are is the business of {@link dev.threadstone.reference.process.Pipe}.
 *
 * <p>Thread-safety: used by attached threads of its interpreter. Who waits does so without the GIL; in the main thread
 * signal handlers run meanwhile.
 *
 * <p>Source: Python library reference, {@code os.pipe}, {@code os.read}, {@code os.write}.
 */
public final class ByteStream {

    /** How many bytes there can be at once: as many as a pipe of Linux holds. */
    public static final long CAPACITY = 65_536;

    private final Interpreter interpreter;
    private final CriticalSection section;
    private final ConcurrentLinkedQueue<ThreadState> waiters = new ConcurrentLinkedQueue<>();
    private volatile long held;

    /** A stream without bytes. */
    public ByteStream(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.section = interpreter.newCriticalSection();
    }

    /** Reads so many bytes; blocks until they have come. */
    public void read(long bytes) {
        move(bytes, Transfer.READING);
    }

    /** Writes so many bytes; blocks while it is full. */
    public void write(long bytes) {
        move(bytes, Transfer.WRITING);
    }

    /** {@code select}: blocks until there is something to read, or for so long. Whether there is. */
    public boolean awaitReadable(Deadline deadline) {
        ThreadState thread = interpreter.begin(this, Operation.WAIT);
        return await(thread, Transfer.READING, () -> held > 0, deadline);
    }

    private void move(long bytes, Transfer transfer) {
        long left = bytes;
        while (left > 0) {
            ThreadState thread = interpreter.begin(this, Operation.WAIT);
            long most = left;
            left -= section.call(thread, () -> moveSome(transfer, most));
            if (left > 0) {
                await(thread, transfer, () -> available(transfer) > 0, Deadline.NEVER);
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time is in the section
    private long moveSome(Transfer transfer, long most) {
        long some = Math.min(most, available(transfer));
        held = held + (transfer == Transfer.READING ? -some : some);
        waiters.forEach(waiter -> interpreter.platform().unpark(waiter.platformThread()));
        return some;
    }

    private long available(Transfer transfer) {
        return transfer == Transfer.READING ? held : CAPACITY - held;
    }

    private boolean await(ThreadState thread, Transfer transfer, BooleanSupplier condition, Deadline deadline) {
        waiters.add(thread);
        try {
            return thread.waitUntil(condition, transfer, deadline);
        } finally {
            waiters.remove(thread);
        }
    }

    /** What is done to a stream, and what a thread waits for that does it. */
    private enum Transfer implements Waiting {
        READING("something to read"),
        WRITING("room to write");

        private final String what;

        Transfer(String what) {
            this.what = what;
        }

        @Override
        public String what() {
            return what;
        }

        @Override
        public @Nullable PlatformThread heldBy() {
            return null;
        }
    }
}
