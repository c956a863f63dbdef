package dev.threadstone.reference;

import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.gil.ThreadStates;
import dev.threadstone.reference.platform.PlatformThread;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads of an interpreter as the kernel of the operating system knows them, by numbers and short names of its own.
 *
 * <p>Thread-safety: usable from any thread of the platform.
 *
 * <p>Source: Python library reference, {@code threading.get_native_id}; Linux manual, proc(5), {@code /proc/pid/task}.
 */
public final class KernelTasks {

    private static final long PROCESS = 4711;
    private static final int LONGEST_NAME = 15;

    private final ThreadStates threadStates;
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    KernelTasks(ThreadStates threadStates) {
        this.threadStates = threadStates;
    }

    /** {@code os.getpid()}, which is also the number of the main thread. */
    public long process() {
        return PROCESS;
    }

    /** The kernel's number of a thread. */
    public long numberOf(PlatformThread thread) {
        return PROCESS + thread.id() - threadStates.main().platformThread().id();
    }

    /** The numbers of all threads. */
    public List<Long> numbers() {
        return threadStates.all().stream()
                .map(ThreadState::platformThread)
                .map(this::numberOf)
                .toList();
    }

    /** The kernel's name of a thread: that of the program, unless the thread was given another. */
    public String nameOf(long number) {
        return names.getOrDefault(number, "python3");
    }

    /** Names a thread. The kernel keeps the first 15 bytes. */
    public void rename(PlatformThread thread, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST_NAME);
        names.put(numberOf(thread), new String(bytes, 0, length, StandardCharsets.UTF_8));
    }
}
