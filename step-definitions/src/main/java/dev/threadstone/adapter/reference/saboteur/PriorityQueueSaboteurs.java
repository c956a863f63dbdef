package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonOrder;
import dev.threadstone.adapter.jvm.PythonTuple;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.queue.LifoQueue;
import dev.threadstone.reference.queue.Ordering;
import dev.threadstone.reference.queue.PriorityQueue;
import dev.threadstone.reference.queue.Queue;
import dev.threadstone.reference.queue.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Saboteurs of {@code queue.LifoQueue} and {@code queue.PriorityQueue}: which item comes out. */
final class PriorityQueueSaboteurs {

    private PriorityQueueSaboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                Saboteur.on(
                        "queue.LifoQueue",
                        LifoQueue.class,
                        "lifo-queue-is-fifo",
                        "A LifoQueue gives the oldest item first.",
                        "LIFO-001 LIFO-002 QSHUT-005",
                        (queue, interpreter) -> queue.wrapConstructor((nobody, args, original) ->
                                new Queue(interpreter, args.integer("maxsize").longValueExact()))),
                Saboteur.on(
                        "queue.LifoQueue",
                        LifoQueue.class,
                        "lifo-queue-keeps-the-first",
                        "A LifoQueue gives its very first item first, and then the newest.",
                        "LIFO-001 LIFO-002 QSHUT-005",
                        (queue, interpreter) -> queue.wrapConstructor((nobody, args, original) -> new Queue(
                                interpreter, args.integer("maxsize").longValueExact(), new FirstThenNewest()))),
                stored(
                        "priority-queue-is-fifo",
                        "A PriorityQueue gives the oldest entry first.",
                        "PRIO-001 PRIO-002 PRIO-003 PRIO-004 PRIO-005 PRIO-006 PRIO-010 QSHUT-005",
                        anyOrder -> Storage.fifo()),
                stored(
                        "priority-queue-sorts-when-empty",
                        "A PriorityQueue puts its entries into order only while nobody has got one.",
                        "PRIO-002",
                        SortedOnce::new),
                ordered(
                        "priority-queue-gives-largest",
                        "A PriorityQueue gives the largest entry first.",
                        "PRIO-001 PRIO-002 PRIO-003 PRIO-004 PRIO-006 PRIO-010 QSHUT-005",
                        (left, right) -> PythonOrder.isLess(right, left)),
                ordered(
                        "priority-queue-compares-data-first",
                        "Entries that are tuples are compared by their last element.",
                        "PRIO-003 PRIO-010",
                        (one, other) -> PythonOrder.isLess(last(one), last(other))),
                ordered(
                        "priority-queue-accepts-any-tie",
                        "Entries that cannot be compared are taken for equal.",
                        "PRIO-004 PRIO-005",
                        PriorityQueueSaboteurs::isLessIfComparable),
                ordered(
                        "priority-queue-ignores-data",
                        "Entries that are tuples are compared by their first element only.",
                        "PRIO-004 PRIO-005 PRIO-010",
                        (one, other) -> PythonOrder.isLess(first(one), first(other))),
                ordered(
                        "priority-queue-refuses-ties",
                        "Entries of which neither is less are refused.",
                        "PRIO-006 PRIO-007",
                        PriorityQueueSaboteurs::isLessAndNotEqual),
                stored(
                        "priority-queue-refuses-before-storing",
                        "An entry that cannot be compared is not stored.",
                        "PRIO-005",
                        CheckedStorage::new));
    }

    /** How an adapter's values are compared. */
    @FunctionalInterface
    private interface Comparison {
        boolean isLess(Object one, Object other);
    }

    /** A storage that is made with the right ordering. */
    @FunctionalInterface
    private interface StorageMaker {
        Storage with(Ordering ordering);
    }

    private static Saboteur ordered(String name, String breaks, String requirements, Comparison comparison) {
        return stored(name, breaks, requirements, right -> Storage.smallestFirst(ordering(comparison)));
    }

    private static Saboteur stored(String name, String breaks, String requirements, StorageMaker maker) {
        return Saboteur.on(
                "queue.PriorityQueue",
                PriorityQueue.class,
                name,
                breaks,
                requirements,
                (queue, interpreter) -> queue.wrapConstructor((nobody, args, original) ->
                        made(interpreter, args.integer("maxsize").longValueExact(), maker)));
    }

    private static Queue made(Interpreter interpreter, long maxsize, StorageMaker maker) {
        return new Queue(interpreter, maxsize, maker.with(ordering(PythonOrder::isLess)));
    }

    private static Ordering ordering(Comparison comparison) {
        return (one, other) ->
                comparison.isLess(Objects.requireNonNull(one, "an entry"), Objects.requireNonNull(other, "an entry"));
    }

    private static Object last(Object entry) {
        return entry instanceof PythonTuple tuple
                ? tuple.items().get(tuple.items().size() - 1)
                : entry;
    }

    private static Object first(Object entry) {
        return entry instanceof PythonTuple tuple ? tuple.items().get(0) : entry;
    }

    private static boolean isLessIfComparable(Object one, Object other) {
        try {
            return PythonOrder.isLess(one, other);
        } catch (PythonException incomparable) {
            return false;
        }
    }

    private static boolean isLessAndNotEqual(Object one, Object other) {
        if (!PythonOrder.isLess(one, other) && !PythonOrder.isLess(other, one)) {
            throw PythonException.typeError("there is an equal entry already");
        }
        return PythonOrder.isLess(one, other);
    }

    /** The oldest item once, then the newest ones. */
    private static final class FirstThenNewest implements Storage {

        private final List<@Nullable Object> items = new ArrayList<>();
        private boolean firstIsDue = true;

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public void put(@Nullable Object item) {
            items.add(item);
        }

        @Override
        public @Nullable Object get() {
            var place = firstIsDue ? 0 : items.size() - 1;
            firstIsDue = false;
            return items.remove(place);
        }
    }

    /** In order until the first entry was taken out; what comes later goes to the end. */
    private static final class SortedOnce implements Storage {

        private final Storage sorted;
        private final Storage late = Storage.fifo();
        private boolean begun;

        SortedOnce(Ordering ordering) {
            sorted = Storage.smallestFirst(ordering);
        }

        @Override
        public int size() {
            return sorted.size() + late.size();
        }

        @Override
        public void put(@Nullable Object item) {
            (begun ? late : sorted).put(item);
        }

        @Override
        public @Nullable Object get() {
            begun = true;
            return sorted.size() > 0 ? sorted.get() : late.get();
        }
    }

    /** Compares an entry with all others before it takes it in. */
    private static final class CheckedStorage implements Storage {

        private final Ordering ordering;
        private final Storage entries;
        private final List<@Nullable Object> known = new ArrayList<>();

        CheckedStorage(Ordering ordering) {
            this.ordering = ordering;
            entries = Storage.smallestFirst(ordering);
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public void put(@Nullable Object item) {
            known.forEach(entry -> ordering.isLess(item, entry));
            entries.put(item);
            known.add(item);
        }

        @Override
        public @Nullable Object get() {
            var item = entries.get();
            known.remove(item);
            return item;
        }
    }
}
