package dev.threadstone.reference.threading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The threads that live, by identifier, and those whose start is under way. */
final class ThreadRegistry {

    private final ConcurrentSkipListMap<Long, Thread> active = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Thread> starting = new ConcurrentLinkedQueue<>();

    void addStarting(Thread thread) {
        starting.add(thread);
    }

    void removeStarting(Thread thread) {
        starting.remove(thread);
    }

    void started(Thread thread, long ident) {
        active.put(ident, thread);
        starting.remove(thread);
    }

    void remove(long ident) {
        active.remove(ident);
    }

    @Nullable Thread find(long ident) {
        return active.get(ident);
    }

    /** In the order in which they were started. */
    List<Thread> all() {
        List<Thread> threads = new ArrayList<>(active.values());
        threads.addAll(starting);
        return threads;
    }
}
