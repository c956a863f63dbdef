package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code threadstone.Ledger}: what many threads put into a queue and get out of it. The items are tuples of a number, the
 * producer and a serial number. Thread-safe, without any help of the runtime's own locks.
 */
final class Ledger {

    private static final long SCATTER = 7;
    private static final double A_MINUTE = 60;

    private final Object queue;
    private final Members members;
    private final Errors errors;
    private final Steering steering;
    private final Map<Object, Long> threads = new ConcurrentHashMap<>();
    private final AtomicLong nextThread = new AtomicLong();
    private final Queue<Object> puts = new ConcurrentLinkedQueue<>();
    private final Queue<Receipt> gets = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListSet<Long> sizes = new ConcurrentSkipListSet<>();

    private record Receipt(Object consumer, Object item) {

        Object producer() {
            return ((PythonTuple) item).items().get(1);
        }

        long serial() {
            return (Long) ((PythonTuple) item).items().get(2);
        }
    }

    Ledger(Object queue, Members members, Errors errors, Steering steering) {
        this.queue = queue;
        this.members = members;
        this.errors = errors;
        this.steering = steering;
    }

    void put(int count) {
        for (long serial = 0; serial < count; serial++) {
            var item = new PythonTuple(List.of(serial * SCATTER % count, thread(), serial));
            call("put", item);
            puts.add(item);
            sizes.add((Long) call("qsize"));
        }
    }

    void get(int count) {
        for (int got = 0; got < count; got++) {
            received(call("get"));
        }
    }

    void getTimed(int count) {
        for (int got = 0; got < count; got++) {
            received(members.callMethod(queue, "get", List.of(), Map.of("timeout", A_MINUTE)));
        }
    }

    void poll(int count) {
        int got = 0;
        while (got < count) {
            try {
                received(call("get_nowait"));
                got++;
            } catch (RuntimeException raised) {
                requireEmpty(raised);
            }
        }
    }

    private void requireEmpty(RuntimeException raised) {
        if (!errors.describe(raised).isInstanceOf("queue.Empty")) {
            throw raised;
        }
    }

    private void received(Object item) {
        gets.add(new Receipt(thread(), item));
    }

    private Long thread() {
        return threads.computeIfAbsent(steering.currentThread(), thread -> nextThread.getAndIncrement());
    }

    private Object call(String method, Object... arguments) {
        return members.callMethod(queue, method, List.of(arguments), Map.of());
    }

    /** How many items were put, and how many of those were never got or more than once. */
    Map<String, Object> balance() {
        var received = gets.stream().map(Receipt::item).toList();
        var distinct = new HashSet<>(received);
        var lost = new HashSet<>(puts);
        lost.removeAll(distinct);
        return Map.of(
                "put", (long) puts.size(),
                "lost", (long) lost.size(),
                "repeated", (long) (received.size() - distinct.size()));
    }

    /** How often a consumer got an item after a later one of the same producer. */
    long overtakings() {
        var latest = new HashMap<List<Object>, Long>();
        return gets.stream()
                .filter(receipt -> {
                    var before = latest.put(List.of(receipt.consumer(), receipt.producer()), receipt.serial());
                    return before != null && receipt.serial() < before;
                })
                .count();
    }

    /** How often an item was got after a larger one. */
    long descents() {
        var items = new ArrayList<>();
        gets.forEach(receipt -> items.add(receipt.item()));
        long count = 0;
        for (int place = 1; place < items.size(); place++) {
            count += PythonOrder.isLess(items.get(place), items.get(place - 1)) ? 1 : 0;
        }
        return count;
    }

    /** The largest size of the queue that a producer has seen. */
    long largestSize() {
        return sizes.last();
    }
}
