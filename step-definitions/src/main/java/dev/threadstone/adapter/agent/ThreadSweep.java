package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Evidence;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at every thread of a process through Linux's {@code /proc}, twice. If each is asleep both times and has not been
 * scheduled in between (its counts of context switches are the same), then there was an instant, between the two looks, at
 * which all of them slept: nothing but a timer or the suite itself can wake them.
 *
 * <p>A thread that waits for the interpreter's lock is asleep too, but then its holder is not. PyPy's threads poll for that
 * lock: between the looks they must be given the time to do so.
 */
final class ThreadSweep implements BlockedProbe {

    private static final byte[] STATE = "\nState:\t".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SWITCHES = "ctxt_switches:\t".getBytes(StandardCharsets.US_ASCII);
    private static final long AWAKE = -1;
    /** PyPy's threads poll for its lock every 0.1 ms; on a busy machine some of them are late. */
    static final long POLLING_HOLD_NANOS = 2_000_000;

    /**
     * Beside a computing thread, who waits for the interpreter's lock is woken every 5 ms to ask for it. Who sleeps for
     * longer does not wait for that.
     */
    private static final long TURN_HOLD_NANOS = 11_000_000;

    private final File tasks;
    private final long holdNanos;
    private final Map<String, RandomAccessFile> files = new HashMap<>();
    private final byte[] buffer = new byte[4096];

    private ThreadSweep(File tasks, long holdNanos) {
        this.tasks = tasks;
        this.holdNanos = holdNanos;
    }

    /** Whether this system shows the threads of the process. */
    static boolean isPossible(long pid) {
        return new File("/proc/" + pid + "/task/" + pid + "/status").canRead();
    }

    static ThreadSweep of(long pid, long holdNanos) {
        return new ThreadSweep(new File("/proc/" + pid + "/task"), holdNanos);
    }

    @Override
    public boolean atRest(Set<String> busy) {
        var threads = othersThan(busy);
        if (threads.length == 0 && busy.isEmpty()) {
            return false;
        }
        var before = new long[threads.length];
        for (int index = 0; index < threads.length; index++) {
            before[index] = switchesWhileAsleep(threads[index]);
            if (before[index] == AWAKE) {
                return false;
            }
        }
        long hold = busy.isEmpty() ? holdNanos : Math.max(holdNanos, TURN_HOLD_NANOS);
        if (hold > 0) {
            LockSupport.parkNanos(hold);
        }
        for (int index = threads.length - 1; index >= 0; index--) {
            if (switchesWhileAsleep(threads[index]) != before[index]) {
                return false;
            }
        }
        return Arrays.equals(threads, othersThan(busy));
    }

    private String[] othersThan(Set<String> busy) {
        var all = tasks.list();
        return all == null
                ? new String[0]
                : Arrays.stream(all).filter(thread -> !busy.contains(thread)).toArray(String[]::new);
    }

    @Override
    public Evidence evidence() {
        return Evidence.OBSERVED;
    }

    @Override
    public void close() {
        files.keySet().stream().toList().forEach(this::forget);
    }

    /** How often a thread has been switched away from, or {@link #AWAKE}. */
    private long switchesWhileAsleep(String thread) {
        try {
            var file = files.get(thread);
            if (file == null) {
                file = new RandomAccessFile(new File(new File(tasks, thread), "status"), "r");
                files.put(thread, file);
            }
            file.seek(0);
            int length = file.read(buffer);
            int state = after(STATE, 0, length);
            if (state < 0 || buffer[state] != 'S') {
                return AWAKE;
            }
            int voluntary = after(SWITCHES, state, length);
            int involuntary = after(SWITCHES, voluntary, length);
            return number(voluntary) + number(involuntary);
        } catch (IOException gone) {
            forget(thread);
            return AWAKE;
        }
    }

    private void forget(String thread) {
        var file = files.remove(thread);
        if (file != null) {
            try {
                file.close();
            } catch (IOException impossible) {
                throw new IllegalStateException("/proc file cannot be closed", impossible);
            }
        }
    }

    private int after(byte[] text, int from, int length) {
        for (int start = Math.max(from, 0); start + text.length < length; start++) {
            if (Arrays.equals(buffer, start, start + text.length, text, 0, text.length)) {
                return start + text.length;
            }
        }
        return -1;
    }

    private long number(int from) {
        long number = 0;
        for (int index = from; index >= 0 && buffer[index] >= '0' && buffer[index] <= '9'; index++) {
            number = number * 10 + (buffer[index] - '0');
        }
        return number;
    }
}
